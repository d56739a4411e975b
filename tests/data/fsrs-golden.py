"""Histories of reviews with what PyPI fsrs 6.3.2 makes of them, for src/model/memory/tests.rs.

    python3 -m venv venv && venv/bin/pip install fsrs==6.3.2
    venv/bin/python tests/data/fsrs-golden.py > tests/data/fsrs-golden.tsv

One history a line: reviews as rating@days-since-the-last-one, then stability, difficulty and the
interval in days after the last review, separated by tabs. Ratings: 1 again, 2 hard, 3 good, 4 easy.
No learning or relearning steps and no fuzz, as pandu schedules. Six in ten reviews come on their due
day, the others earlier or later. A history whose interval lies within 0.01 of a half day is left out:
there the last digit of a single-precision number decides, and neither side is wrong. So is one that
ever reaches a stability of more than a hundred years, where pandu's crate stops and PyPI fsrs does not.
"""

import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

HISTORIES = 1200
LONGEST = 36_500

scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
chance = random.Random(20261124)


def unrounded(stability):
    return stability / scheduler._FACTOR * (
        scheduler.desired_retention ** (1 / scheduler._DECAY) - 1
    )


def history():
    card = Card()
    now = datetime(2026, 1, 1, 9, 0, tzinfo=timezone.utc)
    reviews = []
    days = 0
    most = 0
    for turn in range(chance.randint(1, 16)):
        gap = 0
        if turn > 0:
            on_time = chance.random() < 0.6
            gap = days if on_time else chance.choice([1, 2, 5, 13, 40, 150, days + 7])
        rating = chance.choices([1, 2, 3, 4], weights=[15, 15, 50, 20])[0]
        now += timedelta(days=gap)
        card, _ = scheduler.review_card(card, Rating(rating), now)
        days = (card.due - now).days
        most = max(most, card.stability)
        reviews.append(f"{rating}@{gap}")
    half = abs(unrounded(card.stability) % 1 - 0.5)
    if half < 0.01 or most > LONGEST:
        return None
    return "\t".join([" ".join(reviews), f"{card.stability:.6f}", f"{card.difficulty:.6f}", str(days)])


count = 0
while count < HISTORIES:
    line = history()
    if line is not None:
        print(line)
        count += 1
