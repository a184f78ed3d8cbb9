"""The commands by name: what each does, an example, and the module that carries it out.

A table of plain text, so that help and version are printed without loading anything else.
"""

from __future__ import annotations

from typing import NamedTuple

from tui_app.cli.misuse import Usage
from tui_app.domain.problem import did_you_mean


class Command(NamedTuple):
    """One command; `name` is one word or two, `module` is in this package and has it in its `COMMANDS`."""

    name: str
    does: str
    example: str
    module: str


COMMANDS = (
    Command("demo", "a sample year in a new folder, opened in the live meeting", "minutebook demo", "registers"),
    Command("new", "make a register: kenya, albania, kyrgyzstan, serbia, kosovo, blank, or a TOML file",
            'minutebook new kenya --me "A. Otieno"', "registers"),
    Command("paths", "where registers and settings are on this computer", "minutebook paths", "registers"),
    Command("keys", "every action with its id and its keys; --check: what does not hold of the keys of your own",
            "minutebook keys --check", "keys"),
    Command("undo", "take the last change back", "minutebook undo", "registers"),
    Command("home", "what needs attention, most urgent first, and the year by quarters", "minutebook home --json",
            "home"),
    Command("year", "a year by quarters: the meetings held and planned, and those that are missing",
            "minutebook year 2026", "home"),
    Command("meeting add", "plan a meeting; prints its symbol",
            "minutebook meeting add --kind quarterly --on 2026-09-22T10:00 --place Nairobi", "meetings"),
    Command("meeting list", "the meetings by date", "minutebook meeting list since:2026", "records"),
    Command("meeting move", "move a meeting that has not been opened to another time or place; its symbol stays",
            "minutebook meeting move 2026/Q4 --on 2026-12-10T10:00", "meetings"),
    Command("meeting cancel", "cancel a meeting that has not been opened; its symbol is not used again",
            'minutebook meeting cancel 2026/Q4 --reason "the building is closed"', "meetings"),
    Command("meeting circulate", "circulate the agenda of a planned meeting, or the minutes of a closed one",
            "minutebook meeting circulate 2026/Q3 --comments-by +2w", "meetings"),
    Command("meeting open", "open a meeting: from then on minutes are taken",
            "minutebook meeting open 2026/Q3 --at 10:00", "meetings"),
    Command("meeting close", "close a meeting: its minutes are a draft",
            "minutebook meeting close 2026/Q3 --at 11:45", "meetings"),
    Command("meeting adopt", "adopt circulated minutes; they cannot change any more",
            "minutebook meeting adopt 2026/Q3", "meetings"),
    Command("present", "what the room may see, in a second window for the projector, which follows the first",
            "minutebook present", "present"),
    Command("differences", "what differs between two versions of the agenda or the minutes, by line and by word",
            "minutebook differences 2026/Q3 minutes 1 2", "versions"),
    Command("comment add", "keep what an entity said of the agenda or the minutes that were circulated",
            'minutebook comment add 2026/Q3 UNHCR "Item 3: it was the draft plan" --on 2026-10-01', "versions"),
    Command("comment answer", "say what was done about a comment: taken in, partly, or not, and why",
            'minutebook comment answer 2026/Q3 C01 "taken in: item 3 says so now"', "versions"),
    Command("comment list", "the comments on a meeting's papers, with what was done about each",
            "minutebook comment list 2026/Q3", "versions"),
    Command("corrigendum add", "put something right in adopted minutes, which stay as they are; it gets a number",
            'minutebook corrigendum add 2026/Q2 --says "by May" --reads "by June" --at 2026/Q4', "corrigenda"),
    Command("corrigendum list", "the corrigenda to the minutes of a meeting", "minutebook corrigendum list 2026/Q2",
            "corrigenda"),
    Command("corrigendum show", "print one corrigendum as a paper of its own",
            "minutebook corrigendum show 2026/Q2 1 -o corrigendum.md", "corrigenda"),
    Command("agenda", "set the agenda from a file or from -, or print it",
            "minutebook agenda 2026/Q3 agenda.txt", "minutes"),
    Command("document add", "record a document of an item, with its file or by its title alone; prints its number",
            'minutebook document add 2026/Q4 3 "Data plan.docx" --received 2026-11-20', "documents"),
    Command("document list", "the documents of a meeting in every version, and whether their files are in place",
            "minutebook document list 2026/Q4", "documents"),
    Command("document version", "record a new version of a document; the old one stays on record",
            'minutebook document version 2026/Q4 3.1 "Data plan v2.docx"', "documents"),
    Command("document circulate", "record that a document went to the members by itself, not with the agenda",
            "minutebook document circulate 2026/Q4 3.1 --on 2026-11-21", "documents"),
    Command("document hold", "hold a document back when the agenda is circulated, or let it go with it again",
            "minutebook document hold 2026/Q4 3.1", "documents"),
    Command("document file", "say where the file of a document lies now",
            'minutebook document file 2026/Q4 3.1 "/media/usb/Data plan.docx"', "documents"),
    Command("document remove", "take a document off the record that was not circulated",
            "minutebook document remove 2026/Q4 3.1", "documents"),
    Command("backlog", "what waits for an agenda: suggested between meetings, or put off by one",
            "minutebook backlog by:UNHCR", "backlog"),
    Command("backlog add", "suggest an issue for a meeting",
            'minutebook backlog add "Data on labour migration [decision] 20m" --by UNHCR', "backlog"),
    Command("backlog take", "take one onto the agenda of a meeting, before any other business",
            "minutebook backlog take S03 2026/Q4", "backlog"),
    Command("backlog back", "send an item of an agenda back to the backlog",
            'minutebook backlog back 4 2026/Q4 --reason "the report is not ready"', "backlog"),
    Command("backlog withdraw", "take one out of the backlog for good; its history stays",
            'minutebook backlog withdraw S03 --reason "settled by mail"', "backlog"),
    Command("capture", "take minutes, one entry a line, from a file or standard input",
            "minutebook capture 2026/Q3 lines.txt", "minutes"),
    Command("import minutes", "read the minutes of a meeting of earlier years, exported or in a simple form",
            "minutebook import minutes docs/minutes2019.md --dry-run", "importing"),
    Command("check", "name each gap in the files of a meeting, or of all; the exit status is 1 while one is open",
            "minutebook check 2026/Q3", "completeness"),
    Command("export", "print a paper: agenda, minutes, tabling-note, decisions, actions, calendar, members, entity, "
            "workplan, completeness, joint-statement; or all as tinydb",
            "minutebook export minutes 2026/Q3 -o minutes.md", "papers"),
    Command("decisions", "the decisions of all meetings, searched by words and filters",
            "minutebook decisions is:open owner:UNHCR since:2025Q1 --json", "records"),
    Command("search", "search all that is on record: decisions, proposals, actions, and what was said in any meeting",
            "minutebook search seasonal work since:2024 until:2024", "searching"),
    Command("searches", "the searches that are kept under a name, used as @NAME in any query",
            "minutebook searches", "searching"),
    Command("searches save", "keep a search under a name, in place of one that had it",
            "minutebook searches save late is:overdue owner:IOM", "searching"),
    Command("searches remove", "remove a search that was kept", "minutebook searches remove late", "searching"),
    Command("answer", "record what the parent body answered to a recommendation or a referral",
            'minutebook answer UNNM-KOS/2026/Q3/D01 not-followed "the budget is not there" --on 2026-10-03', "answers"),
    Command("actions", "the action points of all meetings, searched by words and filters",
            "minutebook actions is:overdue owner:IOM", "records"),
    Command("progress", "note how far an action or a decision has come, today or on a day, with its evidence",
            'minutebook progress 2026/Q3/A07 "implemented on 12 Nov: sent; evidence: its link"', "follow_up"),
    Command("assign", "change who carries an action or a decision out, and by when; what was agreed stays readable",
            'minutebook assign 2026/Q3/A07 "IOM, ILO by 30 Nov (before the winter) because the ministry moved it"',
            "follow_up"),
    Command("meetings", "the meetings, searched by words and filters", "minutebook meetings kind:annual", "records"),
    Command("members", "the members with the dates of their seats", "minutebook members is:current --json", "records"),
    Command("members share", "record that the member list was shared, with whom and when",
            'minutebook members share --with "all members" --on 2026-11-21', "members"),
    Command("history", "who changed what and when, before and after: the register, or one record",
            "minutebook history 2026/Q3/D04", "records"),
    Command("backup", "back the register up now; done by itself once a day and when a meeting is closed",
            "minutebook backup", "keeping"),
    Command("restore", "list the backups, or bring one back; the register as it was is kept",
            "minutebook restore register-2026-11-21T071051.journal", "keeping"),
    Command("verify", "hold the whole register, or a file of adopted minutes, against what was written",
            "minutebook verify minutes.md", "keeping"),
    Command("member add", "give an entity a seat",
            'minutebook member add IFRC --name "Red Cross" --from 2026-10-01', "members"),
    Command("member contact", "record whom to write to at an entity; in no paper but export members --contacts",
            'minutebook member contact UNHCR "A. Person, a.person@example.org, +254 700 000 000"', "members"),
    Command("member end", "end an entity's seat; earlier minutes still show it",
            "minutebook member end UNV --on 2026-12-31", "members"),
    Command("group list", "the working groups: kind, chair, members, review, and how often each has met",
            "minutebook group list --json", "groups"),
    Command("group review", "set or move the day by which a working group is reviewed, by a decision or for a reason",
            'minutebook group review WG-DATA 2027-06-30 --reason "the survey is late"', "groups"),
    Command("chair add", "record who holds a chair's office, or acts there, and from when",
            'minutebook chair add "Rotating Co-Chair" UNHCR --person "B. Berisha" --from 2027-01-01', "chairs"),
    Command("chair end", "end the term of whoever holds a chair's office",
            'minutebook chair end "Rotating Co-Chair" --on 2026-12-31', "chairs"),
    Command("chair list", "who held each chair's office from when until when, and who has not served yet",
            "minutebook chair list --on 2026-09-22", "chairs"),
    Command("report", "print a report on any period, for any audience",
            "minutebook report --from 2026-07-01 --to 2026-09-30 --audience UNCT", "reports"),
    Command("report draft", "draft a report and keep it, to be edited, refreshed and sent",
            "minutebook report draft --period 'Q3 2026'", "reports"),
    Command("report list", "the reports, and when the next ones are due", "minutebook report list --json", "reports"),
    Command("report show", "print a report, and how each of its sections stands", "minutebook report show R01",
            "reports"),
    Command("report edit", "write a section by hand; a refresh leaves it as it is",
            "minutebook report edit R01 2 performance.md", "reports"),
    Command("report refresh", "draft what was not edited anew from the record", "minutebook report refresh R01",
            "reports"),
    Command("report send", "record that a report was sent: from then on its text never changes",
            "minutebook report send R01 --to UNCT --on 2026-10-05", "reports"),
    Command("workplan", "the lines of a year's workplan, or with --without-line the decisions that serve none",
            "minutebook workplan 2026 --json", "workplan"),
    Command("workplan add", "add a line: output [LEAD] with partners; gcm, sdg, unsdcf, quarter milestones",
            'minutebook workplan add "Data plan adopted [IOM] with ILO, UNHCR; gcm 1, 3; sdg 10.7, 17.18; '
            'unsdcf 2.1; Q2 draft circulated; Q3 plan adopted"', "workplan"),
    Command("workplan edit", "write a line anew; its number, reports and links stay",
            'minutebook workplan edit W03 "Data plan adopted [IOM]; gcm 1; Q4 plan adopted"', "workplan"),
    Command("workplan strike", "strike a line out, or restore it; its number is not used again",
            "minutebook workplan strike W03", "workplan"),
    Command("workplan move", "move a line up or down", "minutebook workplan move W03 up", "workplan"),
    Command("workplan link", "link decisions and actions to the line that they serve",
            "minutebook workplan link W03 2026/Q3/D04 2026/Q3/A07", "workplan"),
    Command("workplan unlink", "take links back", "minutebook workplan unlink W03 2026/Q3/A07", "workplan"),
    Command("workplan progress", "record how far a line has come, with its evidence",
            'minutebook workplan progress W03 "implemented: plan adopted" --evidence "minutes of Q3"', "workplan"),
    Command("workplan done", "record that a milestone was reached, and on which day",
            "minutebook workplan done W03 Q2 --on 2026-06-12", "workplan"),
    Command("charter", "the network's rules with their clauses, and where its Terms of Reference disagree",
            "minutebook charter", "charter"),
    Command("charter settle", "record which decision settled a discrepancy of the Terms of Reference",
            "minutebook charter settle KEN/two-consensuses UNNM-KEN/2026/Q3/D01", "charter"),
    Command("charter check", "check a charter of one's own", "minutebook charter check our-network.toml", "charter"),
)  # fmt: skip
"""Every command, in the order in which help shows them."""


def find_command(words: list[str]) -> tuple[Command, list[str]]:
    """The command that the words begin with, and the words after it; Usage with the nearest name if there is none."""
    by_name = {command.name: command for command in COMMANDS}
    for length in (2, 1):
        command = by_name.get(" ".join(words[:length]))
        if command is not None:
            return command, words[length:]
    raise _unknown(words, tuple(by_name))


def _unknown(words: list[str], names: tuple[str, ...]) -> Usage:
    seconds = [name.partition(" ")[2] for name in names if name.startswith(f"{words[0]} ")]
    if not seconds:
        firsts = dict.fromkeys(name.partition(" ")[0] for name in names)
        return Usage(f"There is no command {words[0]!r}: {did_you_mean(words[0], firsts)} See minutebook --help.")
    if len(words) == 1 or words[1].startswith("-"):
        return Usage(f"minutebook {words[0]} needs a word after it: {', '.join(seconds)}.")
    return Usage(f"There is no command '{words[0]} {words[1]}': {did_you_mean(words[1], seconds)}")


def overview() -> str:
    """What `minutebook --help` prints."""
    wide = max(len(command.name) for command in COMMANDS)
    commands = "\n".join(f"  {command.name:<{wide}}  {command.does}" for command in COMMANDS)
    return (
        "usage: minutebook [--register DIR] [COMMAND ...]\n\n"
        "Runs the meetings of a UN Network on Migration. Without a command the app is opened on the register\n"
        "that was used last.\n\n"
        f"{commands}\n\n"
        "  --register DIR  the folder of the register, with any command\n"
        "  --version       the version\n\n"
        "minutebook COMMAND --help says more of each.\n"
        'example: minutebook new kenya --me "A. Otieno"'
    )
