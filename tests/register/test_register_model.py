"""Whatever is done to a register, it holds what a plain dict would hold, and again after reopening."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.register.sample_records import Remark, new_register, open_register
from tui_app.register import Register, storage

IDS = st.sampled_from([f"r{n}" for n in range(6)])
OWNERS = st.sampled_from(["m1", "m2"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
REMARKS = st.builds(
    Remark,
    id=IDS,
    gathering=OWNERS,
    text=TEXTS,
    entities=st.lists(TEXTS, max_size=2).map(tuple),
    minutes=st.integers(0, 2),
    struck=st.booleans(),
)
State = dict[str, Remark]


@dataclass(frozen=True)
class Part:
    """Of a remark, whether it was struck out."""

    struck: bool = False

    def wanted(self) -> bool:
        return self.struck


def struck(register: Register) -> list[Remark]:
    """The remarks that were struck out, found by a part of them, and by passing over the others unread."""
    remarks = register.repository(Remark)
    found = remarks.where(Part, Part.wanted)
    assert found == remarks.where(Part, Part.wanted, unless={"struck": False})
    return list(found)


class RegisterMachine(RuleBasedStateMachine):
    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.some_are_long = patch.multiple(storage, LONG=40, HEAD=12)  # which ends before the owner
        self.some_are_long.start()
        self.register = new_register(self.folder)
        self.follower = open_register(self.folder)
        self.followed: list[Remark] = []
        self.state: State = {}
        self.created: list[str] = []
        self.done: list[tuple[State, State]] = []
        self.undone: list[tuple[State, State]] = []

    def teardown(self) -> None:
        self.follow()
        for owner in ("m1", "m2"):
            self.ask_what_is_owned(owner, False)
            self.ask_what_is_owned(owner, True)
        self.ask_what_is_struck(False)
        self.ask_what_is_struck(True)
        self.register.close()
        self.follower.close()
        self.some_are_long.stop()
        shutil.rmtree(self.folder)

    @property
    def remarks(self):
        return self.register.repository(Remark)

    def committed(self, state: State) -> None:
        self.created += [id for id in state if id not in self.created]
        if state != self.state:
            self.done.append((self.state, state))
            self.undone.clear()
            self.state = state

    @rule(remark=REMARKS)
    def put(self, remark: Remark) -> None:
        assert self.remarks.put(remark) == remark
        self.committed(self.state | {remark.id: remark})

    @rule(id=IDS)
    def remove(self, id: str) -> None:
        self.remarks.remove(id)
        self.committed({key: value for key, value in self.state.items() if key != id})

    @rule(steps=st.lists(REMARKS | IDS, max_size=5), owners=st.sets(OWNERS), fails=st.booleans())
    def transaction(self, steps: list[Remark | str], owners: set[str], fails: bool) -> None:
        inside = dict(self.state)
        places = dict.fromkeys(self.state)  # a place is kept, also by what is removed and put again
        try:
            with self.register.transaction("several"):
                for step in steps:
                    if isinstance(step, Remark):
                        self.remarks.put(step)
                        inside[step.id] = step
                        places.setdefault(step.id)
                    else:
                        self.remarks.remove(step)
                        inside.pop(step, None)
                    assert {remark.id: remark for remark in self.remarks.all()} == {**self.remarks.by_id} == inside
                    assert struck(self.register) == [r for r in self.remarks.all() if r.struck]
                    for owner in owners:
                        assert set(self.remarks.of(owner)) == {r for r in inside.values() if r.gathering == owner}
                if fails:
                    raise KeyError
        except KeyError:
            return
        self.committed({id: inside[id] for id in places if id in inside})

    @rule()
    def undo(self) -> None:
        assert (self.register.undo() is not None) == bool(self.done)
        if self.done:
            self.undone.append(self.done.pop())
            self.state = self.undone[-1][0]

    @rule()
    def redo(self) -> None:
        assert (self.register.redo() is not None) == bool(self.undone)
        if self.undone:
            self.done.append(self.undone.pop())
            self.state = self.done[-1][1]

    @rule()
    def reopen(self) -> None:
        head = self.register.head
        self.register.close()
        self.register = open_register(self.folder)
        assert not self.register.notices
        assert self.register.head == head

    @rule()
    def follow(self) -> None:
        self.follower.refresh()
        assert self.follower.head == self.register.head
        self.followed = self.expected

    @rule(owner=OWNERS | st.just("nobody"), follower=st.booleans())
    def ask_what_is_owned(self, owner: str, follower: bool) -> None:
        """Only now and then: what has changed since is read by the next who asks."""
        register, expected = (self.follower, self.followed) if follower else (self.register, self.expected)
        assert list(register.repository(Remark).of(owner)) == [r for r in expected if r.gathering == owner]

    @rule(follower=st.booleans())
    def ask_what_is_struck(self, follower: bool) -> None:
        """Only now and then, too."""
        register, expected = (self.follower, self.followed) if follower else (self.register, self.expected)
        assert struck(register) == [remark for remark in expected if remark.struck]

    @rule(id=IDS)
    def find(self, id: str) -> None:
        assert self.remarks.find(id) == self.state.get(id)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        for register, expected in ((self.register, self.expected), (self.follower, self.followed)):
            assert list(register.repository(Remark).all()) == expected

    @property
    def expected(self) -> list[Remark]:
        return [self.state[id] for id in self.created if id in self.state]


RegisterMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
test_a_register_behaves_like_a_dict_that_outlives_the_program = RegisterMachine.TestCase
