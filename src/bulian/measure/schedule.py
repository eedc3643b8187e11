"""Schedule: where should a number be by now, on its way from base to target?"""

from decimal import Decimal, localcontext

from bulian.errors import BadRequest

_DIGITS = 28


def linear_path(base: Decimal, target: Decimal, elapsed: Decimal) -> Decimal:
    """y0 + (Y - y0) e, with e the part of the time that is over.

    Args:
        elapsed: e, from 0 at the base to 1 at the deadline.

    Raises:
        BadRequest: e lies outside.

    >>> linear_path(Decimal(300), Decimal(500), Decimal("0.5"))
    Decimal('400.0')
    """
    _refuse_outside(elapsed)
    return base + (target - base) * elapsed


def compound_path(base: Decimal, target: Decimal, elapsed: Decimal) -> Decimal | None:
    """y0 (Y / y0) ^ e; None where one of both is not above zero.

    >>> round(compound_path(Decimal(300), Decimal(500), Decimal("0.5")), 1)
    Decimal('387.3')
    """
    _refuse_outside(elapsed)
    if base <= 0 or target <= 0:
        return None
    with localcontext(prec=_DIGITS):
        return base * (target / base) ** elapsed


def _refuse_outside(elapsed: Decimal) -> None:
    if not 0 <= elapsed <= 1:
        raise BadRequest(
            f"{elapsed} of the time is over: a schedule runs from 0 at the base to 1 at the deadline.",
            f"时间已过 {elapsed}：进度只在基期（0）与期限（1）之间才有意义。",
        )
