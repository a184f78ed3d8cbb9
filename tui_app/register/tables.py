"""The tables of a register, and by which field their records belong to a meeting.

Each names the module and the class of its records, which is loaded when the first of them is read or written: opening
a register loads none.
"""

from __future__ import annotations

from tui_app.register.repository import TableOf

TABLES = (
    TableOf("tui_app.domain.membership.network:Network", "networks"),
    TableOf("tui_app.domain.membership.roster:Entity", "entities"),
    TableOf("tui_app.domain.membership.roster:Body", "bodies"),
    TableOf("tui_app.domain.membership.roster:Seat", "seats", "body"),
    TableOf("tui_app.domain.membership.sharing:SharedList", "shared_lists", "body"),
    TableOf("tui_app.domain.membership.tenure:ChairTerm", "chair_terms", "body"),
    TableOf("tui_app.domain.meeting.meeting:Meeting", "meetings"),
    TableOf("tui_app.domain.meeting.backlog:Suggestion", "suggestions", "body"),
    TableOf("tui_app.domain.meeting.agenda:AgendaItem", "items", "meeting"),
    TableOf("tui_app.domain.meeting.attendance:Participant", "participants", "meeting"),
    TableOf("tui_app.domain.meeting.minutes:Entry", "entries", "meeting"),
    TableOf("tui_app.domain.consensus.proposal:Proposal", "proposals", "meeting"),
    TableOf("tui_app.domain.consensus.decision:Decision", "decisions", "meeting"),
    TableOf("tui_app.domain.follow_up.action:ActionPoint", "actions", "meeting"),
    TableOf("tui_app.domain.meeting.document:Document", "documents", "meeting"),
    TableOf("tui_app.domain.completeness.gap:Explained", "explained", "meeting"),
    TableOf("tui_app.domain.meeting.circulated:CirculatedPaper", "circulated_papers", "meeting"),
    TableOf("tui_app.domain.meeting.comment:Comment", "comments", "meeting"),
    TableOf("tui_app.domain.meeting.minutes:AdoptedMinutes", "adopted_minutes"),
    TableOf("tui_app.domain.meeting.corrigendum:Corrigendum", "corrigenda", "meeting"),
    TableOf("tui_app.domain.workplan.workplan:Workplan", "workplans"),
    TableOf("tui_app.domain.workplan.workplan:WorkplanLine", "workplan_lines"),
    TableOf("tui_app.domain.reports.report:Report", "reports"),
    TableOf("tui_app.domain.review.saved_search:SavedSearch", "searches"),
    TableOf("tui_app.domain.membership.network:Numbering", "numbering", undoable=False),
)
