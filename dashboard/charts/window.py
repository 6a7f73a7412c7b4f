"""A window of days that is moved over a longer stretch: nearer, further, earlier, later."""

from datetime import date, timedelta

LEAST = 3
"""No window is made narrower than so many days."""

Days = tuple[date, date]


def zoomed(window: Days, stretch: Days, factor: float, around: date | None = None) -> Days:
    """The window made longer or shorter by a factor, within the stretch.

    What stays where it is: the day `around` if it is inside, else the middle.
    """
    length = _length(window)
    wanted = min(max(LEAST, round(length * factor)), _length(stretch))
    if around is None or not window[0] <= around <= window[1]:
        around = window[0] + timedelta(days=length // 2)
    before = round(((around - window[0]).days + 0.5) * wanted / length - 0.5)
    return _within(around - timedelta(days=before), wanted, stretch)


def shifted(window: Days, stretch: Days, part: float) -> Days:
    """The window moved by a part of its length, later or (negative) earlier, within the stretch."""
    length = min(_length(window), _length(stretch))
    step = round(length * abs(part)) or 1
    return _within(window[0] + timedelta(days=step if part > 0 else -step), length, stretch)


def _length(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def _within(first: date, length: int, stretch: Days) -> Days:
    """So many days from the first, or as near to it as the stretch allows."""
    first = max(stretch[0], min(first, stretch[1] - timedelta(days=length - 1)))
    return first, first + timedelta(days=length - 1)
