"""The tables of a register, and by which field their records belong to a meeting."""

from __future__ import annotations

from tui_app.domain.completeness.gap import Explained
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.backlog import Suggestion
from tui_app.domain.meeting.circulated import CirculatedPaper
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import AdoptedMinutes, Entry
from tui_app.domain.membership.network import Network, Numbering
from tui_app.domain.membership.roster import Body, Entity, Seat
from tui_app.domain.membership.sharing import SharedList
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.domain.reports.report import Report
from tui_app.domain.review.saved_search import SavedSearch
from tui_app.domain.workplan.workplan import Workplan, WorkplanLine
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
    TableOf(CirculatedPaper, "circulated_papers", "meeting"),
    TableOf(Comment, "comments", "meeting"),
    TableOf(AdoptedMinutes, "adopted_minutes"),
    TableOf(Corrigendum, "corrigenda", "meeting"),
    TableOf(Workplan, "workplans"),
    TableOf(WorkplanLine, "workplan_lines"),
    TableOf(Report, "reports"),
    TableOf(SavedSearch, "searches"),
    TableOf(Numbering, "numbering", undoable=False),
)
