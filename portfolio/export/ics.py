"""Render upcoming appointments as a calendar file (iCalendar, RFC 5545), with reminders.

The file is for the user alone. Its titles can leave out all of the user's own words, for a calendar that others can
read.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final

from portfolio.export.persons import with_whom
from portfolio.journey.facts.appointments import Ahead, Appointment
from portfolio.pictures.phrases import role_words
from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words
from portfolio.wording.names import capital, choice_label

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_RINGS: Final = timedelta(hours=9)
"""Offset of the reminder from midnight: nine in the morning of the day."""
_TITLES: Final[dict[str, str]] = {
    "agreement": N_("Agreement due: {text}"),
    "agreement_check": N_("Review agreement: {text}"),
    "goal": N_("Review date: {text}"),
    "review": N_("Weekly review"),
}
_BARE: Final[dict[str, str]] = {
    "agreement": N_("An agreement is due"),
    "agreement_check": N_("Review agreement"),
    "goal": N_("Review date of a goal"),
    "conversation": N_("A conversation"),
    "review": N_("Weekly review"),
}


def render(view: Ahead, _: Words, *, own_words: bool = True) -> bytes:
    """The calendar; `own_words` off leaves out titles, names and the sort of conversation."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Leerreis//Leerreis//EN")
    calendar.add("version", "2.0")
    for appointment in view.appointments:
        _add(calendar, appointment, title(appointment, _, own_words=own_words))
    return bytes(calendar.to_ical())


def title(appointment: Appointment, _: Words, *, own_words: bool = True) -> str:
    """The title of an appointment."""
    if not own_words:
        return _(_BARE[appointment.sort])
    if appointment.sort == "conversation":
        sort = capital(choice_label("sort", appointment.kind, _, kind="conversation"))
        who = appointment.who
        if who is None:
            return sort
        return _("{conversation} with {person}").format(conversation=sort, person=with_whom(role_words(who, _), _))
    return _(_TITLES[appointment.sort]).format(text=clean_line(appointment.text))


def _add(calendar: Calendar, appointment: Appointment, words: str) -> None:
    from icalendar import Alarm, Event

    event: Event = Event()
    event.add("uid", f"{appointment.key}@leerreis")
    event.add("dtstamp", appointment.changed.astimezone(UTC))
    event.add("dtstart", appointment.date)
    event.add("summary", words)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if appointment.weekly:
        event.add("rrule", {"freq": "weekly"})
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", _RINGS)
    event.add_component(alarm)
    calendar.add_component(event)


__all__ = ["render", "title"]
