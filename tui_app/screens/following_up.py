"""What was carried over to the meeting, in the list of its minutes: one key records what was reported of it."""

from __future__ import annotations

from tui_app.commands.catalogue import key_of
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.carry_over import Carried
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.problem import Problem
from tui_app.screens import answer_asking
from tui_app.screens.capturing import Capturing
from tui_app.screens.progress_asking import ask_progress
from tui_app.services.reporting import report, require_reportable


class FollowingUp(Capturing):
    """A place that lists what is followed up among the entries."""

    def carried(self) -> Carried | None:
        """What was carried over, where it is under the cursor."""
        key = self.rows().key
        over = self._record.carried if self._record is not None else ()
        return next((each for each in over if each.record.id == key), None)

    def come_to_follow_up(self, before: MeetingRecord | None) -> None:
        """Where the follow-up was put on the table just now, put the cursor on what is first, and show what follows."""
        record = self._record
        if record is None or before is None or record.meeting.id != before.meeting.id:
            return
        item = record.agenda.follow_up
        current = record.meeting.current_item
        if item is not None and item.id == current != before.meeting.current_item and record.carried:
            self.rows().go_to(record.carried[-1].record.id)  # from there upwards, the first comes to the top
            self.rows().go_to(record.carried[0].record.id)

    def entry(self) -> Entry:
        """The entry under the cursor; Problem if there is none."""
        if self.carried() is not None:
            report = key_of("minutes.report")
            raise Problem(f"This was carried over from an earlier meeting: {report} records what was reported of it.")
        return super().entry()

    def action_report(self) -> None:
        """Ask what was reported of the matter under the cursor, or what the parent body answered."""
        self.attempt(self._ask_report)

    def _ask_report(self) -> None:
        each, meeting = self.carried(), self.require_meeting()
        if each is None:
            key = key_of("minutes.report")
            raise Problem(f"{key} records what was reported of a matter that was carried over, under Follow-up.")
        require_reportable(meeting)
        record = each.record
        if isinstance(record, Proposal) or (isinstance(record, Decision) and record.awaits_answer):
            answer_asking.ask_answer(self, record)
        else:
            ask_progress(self, each.symbol, lambda said: report(self.book, meeting, each, said).note)
