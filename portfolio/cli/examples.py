"""Two examples for the help of each command. They run as they are on the example portfolio (`leerreis demo`)."""

from __future__ import annotations

from typing import Final

from portfolio.records.templates import TEMPLATES
from portfolio.wording import N_

EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "add": (
        N_('leerreis add note "First measure the flow, then look at the error code."'),
        N_('leerreis add feedback "Clear job sheet" --from Ruud --date yesterday'),
    ),
    "add profile": (
        N_('leerreis add profile "Samir Bouali" --job "Service technician"'),
        N_('leerreis add profile --manager Erik --team "Service north"'),
    ),
    "add goal": (
        N_('leerreis add goal "Reading wiring diagrams" --due 2026-03-31'),
        N_('leerreis add goal "Guiding an apprentice" --state idea --helpers Ruud'),
    ),
    "add step": (
        N_('leerreis add step "Ask Petra along" --goal "Explaining calmly to customers"'),
        N_('leerreis add step "Read it aloud" --goal "Explaining calmly to customers"'),
    ),
    "add measure": (
        N_('leerreis add measure "Calls" --goal "Explaining calmly to customers"'),
        N_('leerreis add measure Minutes --goal "Quicker and fuller job sheets" --target 5'),
    ),
    "add reading": (
        N_('leerreis add reading 2 --measure "Customers who ring back with a question"'),
        N_('leerreis add reading 4 --measure "Faults solved without phoning"'),
    ),
    "add reflection": (
        N_('leerreis add reflection "First ask, then measure" --title "A good day"'),
        N_('leerreis add reflection "Rushed the last job" --date yesterday --energy 2'),
    ),
    "add feedback": (
        N_('leerreis add feedback "Good that you rang" --from Petra --date yesterday'),
        N_('leerreis add feedback "Measure first, then replace" --from Ruud --sort tip'),
    ),
    "add request": (
        N_('leerreis add request "What could I explain better?" --person Petra'),
        N_('leerreis add request "Was my job sheet clear?" --person Ruud --remind-after 7'),
    ),
    "add skill": (
        N_('leerreis add skill "Reading wiring diagrams" --target 3'),
        N_('leerreis add skill "English" --scale cefr --target B2'),
    ),
    "add rating": (
        N_('leerreis add rating --skill "Job sheets and reports" --level 3'),
        N_('leerreis add rating --skill "Job sheets and reports" --level 3 --rater Erik'),
    ),
    "add evidence": (
        N_('leerreis add evidence "Job sheet 14" --skills "Job sheets and reports"'),
        N_('leerreis add evidence "First aid certificate" --valid-until 2027-12-31'),
    ),
    "add person": (
        N_('leerreis add person "Ruud Smit" --role "senior technician"'),
        N_('leerreis add person "Anna" --may-be-named yes'),
    ),
    "add conversation": (
        N_('leerreis add conversation --with Erik --date "next friday"'),
        N_('leerreis add conversation "At the office" --with Erik --sort checkin'),
    ),
    "add agreement": (
        N_('leerreis add agreement "A half day with Ruud each month" --owner manager'),
        N_('leerreis add agreement "I make the flow card" --owner me --due 2026-01-31'),
    ),
    "add need": (
        N_('leerreis add need "A quarter of an hour for job sheets" --sort time'),
        N_('leerreis add need "A flow meter" --sort tools --asked-on yesterday'),
    ),
    "add milestone": (
        N_('leerreis add milestone "First night shift alone"'),
        N_('leerreis add milestone "Passed the exam" --date yesterday --share'),
    ),
    "list": (
        "leerreis list goal --sort due",
        N_('leerreis list --person Ruud --since "last month"'),
        'leerreis list reflection --reverse --limit 5 --json | jq -r ".[].id"',
    ),
    "show": (
        N_('leerreis show "Explaining calmly to customers"'),
        "leerreis show Ruud --json | jq .related",
    ),
    "search": (
        N_("leerreis search flow"),
        N_("leerreis search ring customer --json | jq length"),
    ),
    "edit": (
        N_('leerreis edit "Explaining calmly to customers" --state paused'),
        N_('leerreis edit Ruud --role "senior technician"'),
    ),
    "share": (
        N_('leerreis share "Explaining calmly to customers"'),
        "leerreis list milestone --ids | xargs leerreis share",
    ),
    "unshare": (
        N_('leerreis unshare "Job sheets and reports"'),
        "leerreis list --shareable --ids | xargs leerreis unshare",
    ),
    "delete": (
        N_('leerreis delete "Installing air conditioning"'),
        N_('leerreis delete "Explaining calmly to customers" --with-parts'),
    ),
    "bin": (
        "leerreis bin",
        N_('leerreis bin --restore "Installing air conditioning"'),
    ),
    "purge": (
        N_('leerreis purge "Installing air conditioning" --yes'),
        "leerreis purge --older",
    ),
    "undo": ("leerreis undo", "leerreis undo && leerreis list --sort changed"),
    "redo": ("leerreis redo", "leerreis redo && leerreis list --sort changed"),
    "tags": (
        "leerreis tags",
        N_('leerreis tags --rename "on call" "night shift"'),
    ),
    "journey": (
        "leerreis journey growth",
        N_('leerreis journey skill "Job sheets and reports" --width 100'),
    ),
    "export": (
        "leerreis export --dry-run",
        N_('leerreis export --to portfolio.html --without "Job sheets and reports"'),
    ),
    "ready": (
        "leerreis ready",
        "leerreis ready --since 2025-06-01 --json | jq .finding",
    ),
    "sheet": (
        "leerreis sheet",
        N_("leerreis sheet --to sheet.html"),
    ),
    "become": (
        'leerreis become "$(leerreis list agreement --ids --limit 1)" goal',
        'leerreis become "$(leerreis list agreement --ids --limit 1)" need',
    ),
    "calendar": (
        "leerreis calendar",
        N_("leerreis calendar --to calendar.ics --without-words"),
    ),
    "copy": (
        N_("leerreis copy --to everything.md"),
        "leerreis copy --to - | less",
    ),
    "check": (
        "leerreis check",
        'leerreis check --json | jq -r ".findings[].sentence"',
    ),
    "merge": (
        "leerreis merge",
        N_('leerreis merge "leerreis (copy from the laptop).json"'),
    ),
    "merge-driver": (
        'git config merge.leerreis.driver "leerreis merge-driver %O %A %B"',
        'echo "leerreis.json merge=leerreis" >> .gitattributes',
    ),
    "backups": (
        "leerreis backups",
        'leerreis backups --json | jq -r ".[0].id"',
    ),
    "restore": (
        "leerreis restore 20251215 --dry-run",
        "leerreis restore 20251215",
    ),
    "where": (
        "leerreis where",
        "leerreis where --json | jq -r .file",
    ),
    "import": ("leerreis import journal.txt --dry-run", "leerreis import journal.txt --from jrnl"),
    "inbox": ("leerreis inbox --make", "leerreis inbox --make && leerreis inbox --take"),
    "config": (
        "leerreis config",
        "leerreis config --json | jq -r .settings.theme.value",
    ),
    "demo": (
        "leerreis demo",
        "leerreis demo journey growth",
    ),
}
"""Command, or `add` with a kind -> lines to type, in English; translated where they hold words of a person."""


def examples_of(command: str) -> tuple[str, ...]:
    """The examples of a command such as "list", "add goal" or "add gibbs"; empty when it has none."""
    first, _space, rest = command.partition(" ")
    if first == "add" and rest in TEMPLATES:
        *first_keys, key = TEMPLATES[rest]
        more = f'--answer "{key}=..."' if first_keys else '--title "..." --share'
        return f'leerreis add {rest} "..."', f'leerreis add {rest} "..." {more}'
    return EXAMPLES.get(command) or EXAMPLES.get(first, ())


def example_of(command: str) -> str:
    """The first example of a command; empty when it has none."""
    return next(iter(examples_of(command)), "")
