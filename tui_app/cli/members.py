"""Members: seats given and ended."""

from __future__ import annotations

from argparse import Namespace

from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, say
from tui_app.cli.usage import Parser, day, first_day, past_day, tier, words
from tui_app.domain.problem import Problem


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("entity", metavar="ENTITY", type=words, help="its acronym, as UNHCR")
    parser.add_argument("--name", metavar="NAME", default="", type=words,
                        help="its full name; may be left out where it is on record")  # fmt: skip
    parser.add_argument("--from", metavar="D", dest="since", type=first_day, help="the first day (default: today)")
    parser.add_argument("--tier", metavar="T", type=tier, help="member or executive committee (default: member)")
    parser.add_argument("--body", metavar="B", default="", type=words, help="a working group (default: the network)")
    parser.add_argument("--by", metavar="SYMBOL", default="", help="the decision that admits it")
    parser.add_argument("--for", metavar="CONSORTIUM", dest="speaks_for", default="", type=words,
                        help="the consortium for which it speaks")  # fmt: skip


def _add(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.charter.charter import Tier
        from tui_app.domain.membership.roster import NETWORK
        from tui_app.services.membership import admit, approval_for, known_entity, read_newcomer

        acronym, name = read_newcomer(book, arguments.entity)
        if not (arguments.name or name) and known_entity(book, acronym) is None:
            raise Problem(f"{acronym} is not on record yet: give its full name too, with --name.")
        seat = admit(
            book,
            acronym,
            arguments.name or name,
            arguments.since or book.today(),
            tier=arguments.tier or Tier.MEMBER,
            body=arguments.body or NETWORK,
            by=arguments.by,
            speaks_for=arguments.speaks_for,
        )
        say(f"{seat.spoken} {seat.tier} from {seat.since}{' (pending)' if seat.pending else ''}")
        approval = approval_for(book.charter, seat.body)
        if seat.pending and approval:
            complain(
                f"The seat gives no position until the {approval.by} approves it{approval.cited}: "
                f"name its decision with --by."
            )


def _end_arguments(parser: Parser) -> None:
    parser.add_argument("entity", metavar="ENTITY", help="its acronym or name")
    parser.add_argument("--on", metavar="D", required=True, type=day, help="its last day")
    parser.add_argument("--body", metavar="B", default="", type=words, help="a working group (default: the network)")


def _end(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.membership.roster import NETWORK
        from tui_app.services.membership import end_seat

        seat = end_seat(book, arguments.entity, arguments.on, arguments.body or NETWORK)
        say(f"{seat.entity} until {seat.until}")


def _contact_arguments(parser: Parser) -> None:
    parser.add_argument("entity", metavar="ENTITY", help="its acronym or name")
    parser.add_argument("contact", metavar="CONTACT", nargs="?", help='name, mail and telephone in quotes; "" forgets '
                        "them (default: show them)")  # fmt: skip


def _contact(arguments: Namespace) -> None:
    if arguments.contact is None:
        with reading(arguments) as book:
            from tui_app.services.membership import contact_of

            say(contact_of(book, arguments.entity) or f"No contact of {arguments.entity} is recorded.")
        return
    with writing(arguments) as book:
        from tui_app.services.membership import set_contact

        entity = set_contact(book, arguments.entity, arguments.contact)
        say(f"{entity.acronym} contact recorded" if entity.contact else f"{entity.acronym} contact forgotten")


def _share_arguments(parser: Parser) -> None:
    parser.add_argument("--with", metavar="WHOM", dest="recipients", default="", type=words,
                        help="with whom (default: all members)")  # fmt: skip
    parser.add_argument("--on", metavar="D", type=past_day, help="when it went out, as at that day (default: today)")


def _share(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.sharing import changed_since, share, shared_by

        on = arguments.on or book.today()
        before = shared_by(book, on)
        shared = share(book, arguments.recipients, on)
        say(f"member list shared {shared.on} with {shared.recipients}: {len(shared.members)} members")
        if before is not None:
            changes = "; ".join(changed_since(book, before, on)) or "no change"
            complain(f"Since it was shared on {before.on}: {changes}.")


COMMANDS = {
    "member add": (_add_arguments, _add),
    "member end": (_end_arguments, _end),
    "member contact": (_contact_arguments, _contact),
    "members share": (_share_arguments, _share),
}
