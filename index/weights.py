"""Everything that decides an order, as named figures with their reason."""

# Where a word stands says how much the action is about it. The title and the themes were chosen to
# say just that; the problem and what was done come next; plans are furthest from what happened.
SECTIONS = {
    "title": 4.0,
    "headline": 3.0,
    "theme": 4.0,
    "summary": 2.5,
    "place": 4.0,
    "problem": 1.6,
    "goals": 1.5,
    "actions": 1.5,
    "learnings": 1.2,
    "experiences": 1.0,
    "outlook": 0.8,
}

# The first theme is what the action is about, the last is one it touches.
THEME_RANKS = (1.0, 0.75, 0.6, 0.5, 0.4)

# How far a word of the text may be from the word of the question.
KINDS = {
    "exact": 1.0,
    "inflection": 1.0,
    "letters": 1.0,
    "typo": 0.9,
    # The last part of a compound says what it is, the first only what kind of it.
    "compound-head": 0.8,
    "compound-part": 0.65,
    "split": 0.6,
    "synonym": 0.8,
    "theme": 0.7,
    "narrower": 0.6,
    # A theme holds more than the one thing that was asked for.
    "within-theme": 0.3,
    "broader": 0.25,
    "related": 0.25,
}

# A word said often is more than one said once, up to a point.
SATURATION = 5.0
# Long sections say more words about everything; half of that is held against them.
LENGTH = 0.3
# A word of this rarity stands in some seven of ten actions: beside a word that nothing has, it
# would only find them all.
COMMON = 0.35
# What has more of the question comes first.
COVERAGE = 1.5
# Two words of the question in one block belong together.
TOGETHERNESS = 0.35
# Below this share of the best score, or of the question, a hit is noise to a reader.
SCORE_FLOOR = 0.12
COVERAGE_FLOOR = 0.3

# Related actions: a theme that leads both says most; a word counts when few actions have it.
SHARED_THEME = 2.0
SHARED_TERM = 0.25
RARE = 3
