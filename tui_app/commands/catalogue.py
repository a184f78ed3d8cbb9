"""Every action a user can take: its id, keys, title and help, once.

Bindings, the footer, the palette, contextual help and the README's table of
keys are all made from this table. An action's method is the part of its id
behind the dot: `agenda.add` is `action_add` of the Agenda place.
"""

from __future__ import annotations

from tui_app.commands.action import ANYWHERE, UserAction
from tui_app.commands.projector import PROJECTOR

CATALOGUE: tuple[UserAction, ...] = (
    # Anywhere
    UserAction("any.help", "question_mark,f1", "Help", "Explains the place you are in and its keys.", "help"),
    UserAction("any.palette", "ctrl+p", "Find an action", "Finds every action by its name.", "", True),
    UserAction("any.jump", "ctrl+o", "Jump to a pane", "Shows a letter on each pane; one press goes there.", "", True),
    UserAction("any.quit", "ctrl+q", "Quit", "Leaves; everything is saved already.", "quit", True),
    UserAction("any.undo", "ctrl+z", "Undo", "Takes the last change back and says what it was.", "", True),
    UserAction("any.redo", "ctrl+y", "Redo", "Makes the change that was taken back.", "", True),
    UserAction("any.choose-meeting", "m", "Choose the meeting", "Chooses the meeting that all places show and keep."),
    UserAction("any.new-meeting", "M", "Plan a meeting", "Adds a meeting with its usual agenda."),
    UserAction("any.import-minutes", "I", "Import minutes", "Reads those of an earlier meeting from a file."),
    UserAction("any.choose-register", "N", "Choose the register", "Opens another network's register, or makes one."),
    UserAction("any.theme", "T", "Light or dark", "Changes the look: dark, light, the terminal's own colours."),
    # Home
    UserAction("home.go", "enter", "Go there", "Goes to what the line under the cursor is about.", "go there"),
    UserAction("home.year-before", "left_square_bracket,left,h", "Year before", "Shows the quarters of that year."),
    UserAction("home.year-after", "right_square_bracket,right,l", "Year after", "Shows those of the year after."),
    # Agenda
    UserAction("agenda.add", "a", "Add an item", "Adds an item below: Title [decision] 20m IOM.", "add"),
    UserAction("agenda.edit", "e,enter", "Edit the item", "Changes title, purpose, minutes, presenter."),
    UserAction("agenda.move-up", "K,shift+up", "Move up", "Moves the item up, its sub-items with it."),
    UserAction("agenda.move-down", "J,shift+down", "Move down", "Moves the item down, its sub-items with it."),
    UserAction("agenda.indent", "tab", "Make a sub-item", "Makes it a part of the item above, or an item again."),
    UserAction("agenda.remove", "x,delete", "Remove the item", "Takes the item off the agenda."),
    UserAction("agenda.time", "t", "Time available", "Sets the minutes that the meeting has: 120, 2h30."),
    UserAction("agenda.place", "p", "Place of the meeting", "Sets or changes where the meeting is held."),
    UserAction("agenda.when", "d", "Move the meeting", "Sets another day and time; its symbol stays."),
    UserAction("agenda.conjunction", "i", "In conjunction with", "Sets the other meeting with which it is held."),
    UserAction("agenda.cancel-meeting", "X", "Cancel the meeting", "Asks why; its symbol is not used again."),
    UserAction("agenda.backlog", "b", "Backlog", "What waits for an agenda: suggested, or put off.", "backlog"),
    UserAction("agenda.send-back", "B", "Send it back", "Sends the item to the backlog, with the reason."),
    UserAction("agenda.documents", "D", "Documents", "Shows and changes the documents of the item.", "documents"),
    UserAction("agenda.circulate", "c", "Circulate the agenda", "Records that it went to the members.", "circulate"),
    UserAction("agenda.open-meeting", "o", "Open the meeting", "Opens the meeting and its clock.", "open"),
    # Backlog and documents
    UserAction("backlog.take", "enter,t", "Take onto the agenda", "Puts it before any other business.", "take"),
    UserAction("backlog.add", "a", "Suggest an issue", "Asks for a line of an agenda and who suggests it.", "suggest"),
    UserAction("backlog.edit", "e", "Edit", "Writes it anew; its history stays.", "edit"),
    UserAction("backlog.withdraw", "x,delete", "Withdraw", "Takes it out for good; its history stays.", "withdraw"),
    UserAction("backlog.back", "escape", "Back to the agenda", "Leads back to the items.", "agenda"),
    UserAction("documents.add", "a", "Add a document", "Records a file, or a title alone.", "add"),
    UserAction("documents.version", "v", "New version", "Records a new version; the old one stays.", "version"),
    UserAction("documents.circulated", "c", "Circulated", "Records when it went out by itself.", "circulated"),
    UserAction("documents.hold", "h", "Hold back", "It does not go with the agenda; again: it does.", "hold back"),
    UserAction("documents.file", "f", "Its file", "Says where its file lies now."),
    UserAction("documents.title", "e", "Its title", "Writes its title anew."),
    UserAction("documents.remove", "x,delete", "Remove", "Takes off the record what was not circulated."),
    UserAction("documents.back", "escape", "Back to the agenda", "Leads back to the items.", "agenda"),
    # Minutes
    UserAction("minutes.open-meeting", "o", "Open the meeting", "Opens the meeting and its clock."),
    UserAction("minutes.close-meeting", "C", "Close the meeting", "Shows what is missing, then asks."),
    UserAction("minutes.list", "escape", "To the list", "Leaves the line for the list of entries.", "list", True),
    UserAction("minutes.line", "enter", "To the line", "Back to the line to type in."),
    UserAction("minutes.edit", "e", "Edit the entry", "Writes the entry under the cursor anew."),
    UserAction("minutes.make-action", "a", "Make it an action", "The entry becomes an action point."),
    UserAction("minutes.make-decision", "d", "Make it a decision", "The entry becomes a decision."),
    UserAction("minutes.make-note", "n", "Make it a note", "The entry becomes a note."),
    UserAction("minutes.make-statement", "s", "Make it a statement", "The entry becomes an entity's statement."),
    UserAction("minutes.move-up", "shift+up,K", "Move up", "Moves the entry up, at the top into the item before."),
    UserAction("minutes.move-down", "shift+down,J", "Move down", "Moves the entry down, or into the next item."),
    UserAction("minutes.strike", "x", "Strike out", "Strikes the entry out, or restores it; its number stays."),
    UserAction("minutes.undo", "u", "Undo", "Takes the last change back."),
    UserAction("minutes.report", "p", "Progress", "Records what was reported of a matter that is carried over."),
    UserAction("minutes.find", "slash", "Find", "Finds words in the entries of this meeting."),
    UserAction("minutes.editor", "ctrl+e", "Long text", "Opens a page for a long text, or your editor.", "", True),
    # Consensus
    UserAction("consensus.joins", "j", "Joins", "The entity joins.", "joins"),
    UserAction("consensus.statement", "s", "Joins with statement", "It joins; its statement is printed.", "statement"),
    UserAction("consensus.reservation", "r", "Reservation", "It joins, with a reservation on a paragraph.", "reserves"),
    UserAction("consensus.dissociates", "d", "Dissociates", "It dissociates itself, without blocking.", "dissociates"),
    UserAction("consensus.no-position", "n", "No position", "It was consulted and takes no position.", "none"),
    UserAction("consensus.objects", "o", "Objects", "It objects: ground and change sought are asked.", "objects"),
    UserAction("consensus.absent", "a", "Absent", "It is absent and needs a consultation.", "absent"),
    UserAction("consensus.pending", "space", "Not yet asked", "Takes the position back."),
    UserAction("consensus.rest", "J", "It is so decided", "All who are present and not yet asked join.", "rest"),
    UserAction("consensus.withdraw", "y", "Withdraw the objection", "The entity withdraws its objection."),
    UserAction("consensus.consult", "c", "Consultation", "Records a written consultation, or the state's.", "consult"),
    UserAction("consensus.waive", "W", "Waive a consultation", "Goes on without it, for a reason that is printed."),
    UserAction("consensus.silence", "w", "Silence procedure", "Opens one, until a deadline.", "silence"),
    UserAction("consensus.amend", "t", "Amend the text", "A new text: a new round; the old one is kept.", "amend"),
    UserAction("consensus.versions", "v", "Versions of the text", "Each round's text and positions.", "versions"),
    UserAction("consensus.concern", "f", "Concern of the state", "The state's body is consulted first.", "state"),
    UserAction(
        "consensus.effect", "e", "Effect of adoption", "What its adoption does: a group, a chair, a member.", "effect"
    ),
    UserAction("consensus.declare", "enter", "Declare", "The chair's declaration closes the check.", "declare"),
    UserAction("consensus.defer", "D", "Defer", "Puts the matter off.", "defer"),
    UserAction(
        "consensus.end", "E", "Close without consensus", "Closes the matter where there was no consensus.", "end"
    ),
    UserAction("consensus.withdraw-text", "X", "Withdraw the text", "Its proposer takes the text back."),
    UserAction("consensus.refer", "R", "Refer", "Tables the matter to the parent body.", "refer"),
    UserAction("consensus.propose", "p", "New proposal", "Puts a text to the body.", "new text"),
    UserAction("consensus.project", "P", "Positions for the room", "The projector shows what each says, or hides it."),
    UserAction("consensus.earlier", "left,left_square_bracket,h", "Proposal before", "Shows the one put before."),
    UserAction("consensus.later", "right,right_square_bracket,l", "Proposal after", "Shows the one put after."),
    # Decisions
    UserAction("decisions.search", "slash", "Search", "Searches as you type: words, is:open owner:IOM.", "search"),
    UserAction("decisions.show", "enter", "Show it whole", "Shows one decision with all that led to it.", "show"),
    UserAction("decisions.owner", "o", "Owner", "Who carries the decision out, and by when.", "owner"),
    UserAction("decisions.report", "s", "Progress", "Records what was done, with its evidence.", "progress"),
    UserAction("decisions.answer", "a", "Answer", "Records what the parent body answered, and why.", "answer"),
    UserAction("decisions.again", "p", "Put it again", "Puts a text that was returned to the meeting in session."),
    UserAction("decisions.order", "r", "Order", "Best match, newest first, or by symbol."),
    UserAction("decisions.save-search", "S", "Save the search", "Keeps it under a name: @name finds it again."),
    UserAction("decisions.saved", "f", "Saved searches", "Lists them: Enter searches again, x removes one."),
    UserAction("decisions.history", "h", "History", "Who changed it and when, before and after."),
    UserAction("decisions.show-all", "escape", "Show all", "Ends the search."),
    # Actions
    UserAction("actions.search", "slash", "Search", "Searches as you type: words, is:open owner:IOM.", "search"),
    UserAction("actions.report", "s,enter", "Progress", "Records what was done, with its evidence.", "progress"),
    UserAction("actions.assign", "e", "Who and by when", "Changes it after the meeting; the old stays.", "who, when"),
    UserAction("actions.chase", "c", "Chase an entity", "Shows and copies a reminder of all it has open.", "chase"),
    UserAction("actions.order", "o", "By date or entity", "Lists by due date, or by entity.", "order"),
    UserAction("actions.history", "h", "History", "Who changed it and when, before and after."),
    UserAction("actions.save-search", "S", "Save the search", "Keeps it under a name: @name finds it again."),
    UserAction("actions.saved", "f", "Saved searches", "Lists them: Enter searches again, x removes one."),
    UserAction("actions.show-all", "escape", "Show all", "Ends the search."),
    # Network
    UserAction(
        "network.section", "tab", "Next section", "Roster, chairs, groups, charter, discrepancies, workplan.", "section"
    ),
    UserAction("network.section-before", "shift+tab", "Section before", "Back to the section before."),
    UserAction("network.admit", "a", "Admit an entity", "Gives an entity a seat: acronym, name, first day.", "admit"),
    UserAction("network.end-seat", "x", "End a seat", "Ends the seat under the cursor on a day."),
    UserAction("network.as-at", "d", "As at a date", "Shows the roster as it was on a day.", "date"),
    UserAction("network.share", "s", "Member list shared", "Records when it went out, and to whom.", "share"),
    UserAction("network.entity", "enter", "Sheet of an entity", "Its seats, attendance, positions, actions.", "sheet"),
    UserAction("network.contact", "c", "Contact", "Whom to write to at a member; printed only if asked for."),
    UserAction("network.begin-term", "t", "Begin a term", "Records who holds a chair's office.", "begin term"),
    UserAction("network.acting", "o", "Officer-in-charge", "Records who acts for a chair, or a.i.", "acting"),
    UserAction("network.end-term", "e", "End a term", "Ends the term of a chair under the cursor.", "end term"),
    UserAction("network.basis", "b", "Basis of decisions", "Records it where the ToR state no rule.", "basis"),
    UserAction("network.settle", "r", "Settle a discrepancy", "Records the decision that settled it.", "settle"),
    UserAction(
        "network.add-line", "a", "Add a line", "Workplan: output [IOM] with ILO; gcm 1; sdg 10.7; Q2 draft.", "add"
    ),
    UserAction("network.edit-line", "e", "Edit the line", "Workplan: the line anew; reports and links stay."),
    UserAction("network.strike-line", "x", "Strike the line", "Workplan: strikes it out, or restores it."),
    UserAction("network.line-up", "K,shift+up", "Move the line up", "Workplan: moves it before the one above."),
    UserAction("network.line-down", "J,shift+down", "Move the line down", "Workplan: moves it after the one below."),
    UserAction("network.line-progress", "s", "Progress", "Workplan: what was done, with its evidence.", "progress"),
    UserAction("network.milestone", "d", "Milestone done", "Workplan: which one was reached, and when.", "done"),
    UserAction("network.link", "l", "Link", "Workplan: a decision or an action that serves the line.", "link"),
    UserAction("network.unlink", "L", "Unlink", "Workplan: takes a link back."),
    UserAction("network.whole-line", "enter", "Show it whole", "Workplan: all that is known of the line."),
    UserAction("network.line-history", "h", "History", "Workplan: who changed the line and when, before and after."),
    UserAction("network.year-before", "left_square_bracket,left", "Year before", "Workplan: that of the year before."),
    UserAction("network.year-after", "right_square_bracket,right", "Year after", "Workplan: that of the year after."),
    UserAction("network.admit-to-group", "a", "Admit to the group", "Groups: gives an entity a seat there.", "admit"),
    UserAction("network.end-group-seat", "x", "End a seat there", "Groups: the one under the cursor.", "end seat"),
    UserAction("network.group-chair", "t", "Chair of the group", "Groups: records who chairs it.", "chair"),
    UserAction("network.review", "r", "Review of the group", "Groups: its day, by a decision or a reason.", "review"),
    # Papers
    UserAction("papers.export", "enter,w", "Write the file", "Asks where, then writes the paper as a file.", "write"),
    UserAction(
        "papers.format", "f", "Another format", "Word, HTML (keeps its tables in Outlook), csv; remembered.", "format"
    ),
    UserAction("papers.copy", "y", "Copy", "Copies the paper as text for a mail.", "copy"),
    UserAction("papers.public", "p", "Public version", "What a decision has released of it; again: all.", "public"),
    UserAction("papers.open-file", "o", "Open the file", "Opens the file that was written last.", "open"),
    UserAction("papers.open-folder", "O", "Open the folder", "Opens the folder of the file that was written last."),
    UserAction("papers.lacking", "l", "What it lacks", "Goes to what is missing of the paper, as told above it."),
    UserAction("papers.preview", "tab", "To the preview", "Moves between the list and the preview.", "preview"),
    UserAction("papers.history", "h", "History", "Who changed what and when: of one record, or of all.", "history"),
    UserAction("papers.circulate", "c", "Circulate", "Records to whom it went, and when.", "circulate"),
    UserAction(
        "papers.explain", "e", "Reason for a gap", "Gives the reason for a gap of the files that stays.", "reason"
    ),
    UserAction(
        "papers.new-report", "n", "New report", "Drafts a report from the record: kind, days, who reads it.", "new"
    ),
    UserAction("papers.section", "s", "Write a section", "Opens a page for a section of the report.", "section"),
    UserAction("papers.refresh", "r", "Refresh the report", "Drafts it anew; what you edited stays.", "refresh"),
    UserAction("papers.send", "S", "The report was sent", "Records to whom; after this it never changes.", "sent"),
    UserAction("papers.adopt", "A", "Adopt the minutes", "After this they cannot change; it asks first.", "adopt"),
    UserAction("papers.versions", "v", "Versions", "What went to the members, and the comments on it.", "versions"),
    # Versions
    UserAction("versions.comment", "a", "Log a comment", "Keeps what an entity said, and when.", "comment"),
    UserAction("versions.answer", "s", "Answer a comment", "Says what was done about it.", "answer"),
    UserAction("versions.corrigendum", "n", "Corrigendum", "Puts adopted minutes right.", "corrigendum"),
    UserAction("versions.whole", "t", "Whole text", "The whole text, or the differences again.", "whole"),
    UserAction("versions.back", "escape", "Back to the papers", "Leads back to the papers.", "papers"),
    UserAction("versions.preview", "tab", "To the text", "Moves between the list and the text."),
    UserAction("versions.export", "enter,w", "Write the file", "Writes the version under the cursor; asks where."),
)

EVERY: tuple[UserAction, ...] = (*CATALOGUE, *PROJECTOR)
"""Those of the projector screen too, which is an app of its own."""

_BY_ID = {action.id: action for action in EVERY}


def action_of(id: str) -> UserAction:
    """The action with that id."""
    return _BY_ID[id]


def key_of(id: str) -> str:
    """The key that is shown for the action with that id; where it has none, that of the palette, which has it."""
    return _BY_ID[id].key or _BY_ID["any.palette"].key


def hint_of(id: str, word: str = "") -> str:
    """The key of an action and its word in a footer, or another one: `a add`."""
    return f"{key_of(id)} {word or _BY_ID[id].hint}"


def actions_of(place: str) -> tuple[UserAction, ...]:
    """The actions of one place, then those that work anywhere."""
    return tuple(a for a in CATALOGUE if a.place == place) + tuple(a for a in CATALOGUE if a.place == ANYWHERE)


def hints_while_typing(enter: str, escape: str) -> str:
    """The footer while a text field has the focus: what Enter and Esc do, then help by a key that is no letter."""
    key = next((key for key in action_of("any.help").every_key if len(key) > 1), key_of("any.help"))
    return f"Enter {enter}  Esc {escape}  {key} help  {hint_of('any.quit')}"


def hints_of(place: str) -> tuple[tuple[str, str], ...]:
    """What the footer shows: (key, word), at most seven, help and quit always; only what has a key."""
    hinted = [a for a in CATALOGUE if a.hint and a.key]
    own = [(a.key, a.hint) for a in hinted if a.place == place]
    return (*own[:5], *((a.key, a.hint) for a in hinted if a.place == ANYWHERE))
