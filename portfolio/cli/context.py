"""What a command has to work with: language, day, places, the open notebook and the three streams."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from portfolio.errors import PortfolioError, UsageError
from portfolio.records.problems import brief
from portfolio.sanitise import clean, clean_document, clean_line
from portfolio.wording import N_, Words, choose_language

if TYPE_CHECKING:
    from portfolio.locations import Locations
    from portfolio.notebook import Notebook
    from portfolio.notebook.reports import Manner
    from portfolio.settings import Settings

    App = Callable[["Context", bool], int]
    """Opens the other face, on the example portfolio or not, and gives its exit status; __main__ hands it over."""

    Dispatch = Callable[[Sequence[str], "Context"], int]
    """Runs the command that a line names; its exit status."""


class Streams(NamedTuple):
    """Where results go, where messages go, and where text may come from."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


class Globals(NamedTuple):
    """The global options, as given; None where they were not."""

    file: str | None = None
    lang: str | None = None
    today: str | None = None


UNKNOWN_FILE: Final = N_(
    "The settings in {path} cannot be read, so it is not known where your portfolio is. Fix them, or use --file."
)
_NO_PLACE: Final = N_(
    "In the settings in {path}, “file” is “{file}”, and there is no such place on this computer, so it is not known "
    "where your portfolio is. Fix that line, or use --file."
)
_NO_PATH: Final = N_(
    "In the settings in {path}, “file” is not a path between quotes, so it is not known where your portfolio is. Fix "
    "that line, or use --file."
)


_YES: Final = frozenset({"y", "yes", "j", "ja"})


def _now() -> datetime:
    return datetime.now(UTC)


class Context:
    """One run of the command line. What costs time is made when it is first asked for."""

    def __init__(
        self,
        given: Globals,
        environment: Mapping[str, str],
        streams: Streams,
        app: App | None = None,
        clock: Callable[[], datetime] = _now,
        settings: Settings | None = None,
        dispatch: Dispatch | None = None,
    ) -> None:
        """`clock` gives the instant, UTC; `settings` are read when not given; `dispatch` runs a command line."""
        self.given, self.environment, self.streams, self.clock = given, environment, streams, clock
        self.app, self.dispatch = app, dispatch
        self.quiet = False
        """Whether what the settings and the file have to say is left to the command, which reports all of it."""
        self._words: Words | None = None
        self._settings = settings
        self._locations: Locations | None = None
        self._notebook: Notebook | None = None

    @property
    def words(self) -> Words:
        """The translator: --lang, else the settings, else the profile (once open), else the locale."""
        if self._words is None:
            self._words = Words(choose_language(self.given.lang or self.settings.language, self.environment))
        return self._words

    @property
    def settings(self) -> Settings:
        """What was chosen on this computer."""
        if self._settings is None:
            from portfolio import locations, settings

            self._settings = settings.read(locations.find(self.environment).config_file)
        return self._settings

    @property
    def locations(self) -> Locations:
        """Every path that is used."""
        if self._locations is None:
            from portfolio import locations

            self._mind_the_settings()
            self._locations = locations.find(self.environment, self.given.file, self.settings.file)
        return self._locations

    def _mind_the_settings(self) -> None:
        """Settings that cannot be read are named; not knowing where the file is must not begin a second portfolio."""
        damaged = self.settings.damaged
        told = self.given.file or self.environment.get("LEERREIS_FILE")
        if damaged and not told and (os.path.isabs(damaged[0]) or "file" in damaged):
            path = locations_of(self.environment)
            if os.path.isabs(damaged[0]):
                raise PortfolioError(UNKNOWN_FILE, path=path)
            if self.settings.placeless:
                raise PortfolioError(_NO_PLACE, path=path, file=brief(self.settings.placeless))
            raise PortfolioError(_NO_PATH, path=path)
        from portfolio.settings import passed_over

        for wrong in () if self.quiet else passed_over(self.settings):
            self.say(wrong.sentence(self.words))

    @property
    def today(self) -> date:
        """The person's calendar day: --today, else LEERREIS_TODAY, else that of the clock."""
        real = self.clock().astimezone().date()
        wanted = self.given.today or self.environment.get("LEERREIS_TODAY")
        if not wanted:
            return real
        try:
            return date.fromisoformat(wanted)
        except ValueError:
            from portfolio.capture.dates import parse_when

            return parse_when(wanted, real).day

    @property
    def notebook(self) -> Notebook:
        """The portfolio, open; what the file has to say goes to stderr once."""
        return self.open()

    def open(self, copies: Manner = "join") -> Notebook:
        """The portfolio; copies beside its file are joined, or left alone by who looks at them first."""
        if self._notebook is None:
            from portfolio.notebook import open_notebook

            self._notebook = open_notebook(self.locations, today=self.today, now=self.clock, copies=copies)
            self._speak_the_profiles_language(self._notebook)
            for notice in self._notebook.notices:
                if notice.kind == "foreign":
                    raise PortfolioError(notice.message, **notice.parameters)
                if not self.quiet or notice.kind == "purged_elsewhere":  # which is no finding
                    self.say(notice.sentence(self.words))
            for arrival in self._notebook.take_arrived():
                self.say(arrival.sentence(self.words))
        return self._notebook

    def _speak_the_profiles_language(self, notebook: Notebook) -> None:
        if self.given.lang is None and self.settings.language is None:
            wanted = notebook.language()
            if wanted and wanted != self.words.language:
                self._words = Words(choose_language(wanted, self.environment))

    def existing(self) -> Notebook:
        """The notebook, for a command that needs one to be there."""
        notebook = self.notebook
        if not notebook.exists:
            raise NoPortfolioYet(
                N_('There is no portfolio yet at {path}. Begin with: leerreis add note "..."'),
                path=self.locations.data_file,
            )
        return notebook

    def day(self, typed: str | None) -> date | None:
        """The day that someone typed for an option; a day that was worked out is printed in full."""
        if typed is None:
            return None
        from portfolio.capture.dates import parse_when

        when = parse_when(typed, self.today)
        if not when.exact:
            self.say_day(when.day)
        return when.day

    def days(self, since: str | None, until: str | None) -> tuple[date | None, date | None]:
        """The first and the last day that someone typed. `WrongUse` when they are the wrong way round."""
        first, last = self.day(since), self.day(until)
        if first and last and first > last:
            raise WrongUse(N_("This period ends before it begins."))
        return first, last

    def say_day(self, day: date) -> None:
        """Print a worked-out day in full, on stderr."""
        from portfolio.wording.dates import day_in_full

        self.say(day_in_full(day, self.words))

    def print(self, text: str) -> None:
        """A result of one line or more, on stdout."""
        self.streams.stdout.write(f"{clean(text)}\n")

    def print_lines(self, lines: Iterable[str]) -> None:
        """Results, a line each."""
        self.streams.stdout.write("".join(f"{clean_line(line)}\n" for line in lines))

    def write(self, document: str) -> None:
        """A whole document, on stdout, with the line ends that are its own."""
        self.streams.stdout.write(clean_document(document))

    def agreed(self, question: str) -> bool:
        """Ask the person at the terminal, on stderr; only a clear yes is one."""
        self.streams.stderr.write(f"{clean_line(question)} ")
        self.streams.stderr.flush()
        return self.streams.stdin.readline().strip().lower() in _YES

    def say(self, sentence: str) -> None:
        """A message, on stderr: a file name in it begins no line of its own."""
        self.streams.stderr.write(f"{clean_line(sentence)}\n")


def locations_of(environment: Mapping[str, str]) -> str:
    """The path of the settings."""
    from portfolio import locations

    return locations.find(environment).config_file


class NoPortfolioYet(PortfolioError):
    """A reading command without anything to read."""


class WrongUse(UsageError):
    """The words of a command make no sense together."""
