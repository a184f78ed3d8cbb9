"""The tables of a register, and by which field their records belong to a meeting."""

from __future__ import annotations

from tui_app.domain.action import ActionPoint
from tui_app.domain.agenda import AgendaItem
from tui_app.domain.attendance import Participant
from tui_app.domain.backlog import Suggestion
from tui_app.domain.decision import Decision
from tui_app.domain.document import Document
from tui_app.domain.gap import Explained
from tui_app.domain.meeting import Meeting
from tui_app.domain.minutes import AdoptedMinutes, Entry
from tui_app.domain.network import Network, Numbering
from tui_app.domain.proposal import Proposal
from tui_app.domain.report import Report
from tui_app.domain.roster import Body, Entity, Seat
from tui_app.domain.saved_search import SavedSearch
from tui_app.domain.sharing import SharedList
from tui_app.domain.tenure import ChairTerm
from tui_app.domain.workplan import Workplan, WorkplanLine
from tui_app.register.repository import TableOf

TABLES = (
    TableOf(Network, "networks"),
    TableOf(Entity, "entities"),
    TableOf(Body, "bodies"),
    TableOf(Seat, "seats", "body"),
    TableOf(SharedList, "shared_lists", "body"),
    TableOf(ChairTerm, "chair_terms", "body"),
    TableOf(Meeting, "meetings"),
    TableOf(Suggestion, "suggestions", "body"),
    TableOf(AgendaItem, "items", "meeting"),
    TableOf(Participant, "participants", "meeting"),
    TableOf(Entry, "entries", "meeting"),
    TableOf(Proposal, "proposals", "meeting"),
    TableOf(Decision, "decisions", "meeting"),
    TableOf(ActionPoint, "actions", "meeting"),
    TableOf(Document, "documents", "meeting"),
    TableOf(Explained, "explained", "meeting"),
    TableOf(AdoptedMinutes, "adopted_minutes"),
    TableOf(Workplan, "workplans"),
    TableOf(WorkplanLine, "workplan_lines"),
    TableOf(Report, "reports"),
    TableOf(SavedSearch, "searches"),
    TableOf(Numbering, "numbering", undoable=False),
)
