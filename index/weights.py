"""Everything that decides an order, as named figures with their reason."""

# Where a word stands says how much the action is about it. The figures of this file were tuned
# among round numbers on the judged questions that were looked at (tests/judged/levels.yaml).
SECTIONS = {
    "title": 1.5,
    "headline": 2.0,
    "theme": 0.8,
    # Given by a reader of the whole.
    "subject": 8.0,
    "summary": 1.0,
    "place": 0.8,
    "problem": 2.5,
    "goals": 1.5,
    "actions": 0.8,
    "learnings": 2.0,
    "experiences": 1.1,
    "outlook": 1.2,
}
# A section of another collection than the trial actions.
OTHER_SECTIONS = 1.0

# The first theme is what the action is about, the last is one it touches; so with the degrees of
# its subjects.
RANKS = {"theme": (1.0, 0.75, 0.6, 0.5, 0.4), "subject": (1.0, 0.7, 0.1)}

# How well the degrees of a subject cover a word of the question.
DEGREES = (1.0, 1.0, 0.7)

# What the keyword that fits best adds, as a share of what the texts can add: it was written to be
# typed, but the texts say best what the action does.
KEYWORDS = 0.4
# How well the degrees of a keyword fit.
KEYWORD_DEGREES = (1.0, 0.8, 0.3)
# What a keyword of each degree teaches of its action; of all others it teaches that it is not for
# them.
VOTE_DEGREES = (1.0, 0.6, 0.25)
# A keyword fits by how much of the question it has, and by how much of it the question has. What it
# lacks of the question tells more against it than what else it says.
QUESTION_HAD = 1.25
KEYWORD_HAD = 0.5
# What fits less has a word in common with the question, no more.
KEYWORD_LEAST = 0.4
# From this worth on a keyword is shown among three places that the texts have too.
KEYWORD_SHOWN = 0.7
# How well a keyword that is the question covers it: one that fits by seven tenths says that the
# catalogue has what is asked for (``LACKING``).
KEYWORD_COVERS = 0.5

# In a question of so few words each is asked for, not only how it is asked: a word that no text has
# is what some keyword is about, as so large a part of its words, or the catalogue lacks it.
FEW = 2
MOSTLY = 0.5

# What the votes of all keywords add (``votes``), as a share of what the best action has, for each
# telling word of the question that any has, be it in a compound: they know what is meant, the texts
# and the fitting keyword what is said, of which a word among many tells little.
VOTES = 0.7
# How much the votes keep to what many keywords teach (the root of the ridge), and how near to its
# solution is near enough: nearer takes twice as long and orders a quarter of the questions
# otherwise, no better at the mean.
RIDGE = 1.0
LEARNED_TO = 0.01
# Two words that fewer keywords have say no more together than each by itself.
PAIR_IN = 2
# Less than this is not worth keeping.
LEAST_VOTE = 0.03
# How much a shared feature says: one word, a part of a compound, a concept however it is said, two
# words near each other.
FEATURES = {"word": 1.0, "part": 0.5, "concept": 0.7, "pair": 0.7}
# So many telling words on, another one is still near.
PAIRED_WITHIN = 3
# So many other words may stand among those of a term of several words.
SLACK = 3

# How far a word of the text may be from the word of the question.
KINDS = {
    "exact": 1.0,
    "inflection": 1.0,
    # A part of a compound says something of what it is.
    "compound-head": 0.6,
    "compound-part": 0.65,
    "split": 0.4,
    "subject": 1.0,
    "synonym": 0.7,
    "theme": 0.7,
    "kind": 0.7,
    "narrower": 0.5,
    # A theme holds more than the one thing that was asked for.
    "within-theme": 0.1,
    "broader": 0.15,
    "related": 0.3,
}

# A relation of a relation is still worth showing where nothing nearer is.
HOPS = 2

# A word of the trade, one that the thesaurus knows, says what is asked for; another word of the
# question mostly how it is asked.
OTHER_WORDS = 0.25

# A word said often is more than one said once, up to a point.
SATURATION = 8.0
# A block is short: a word said once in it says nearly all.
PASSAGE_SATURATION = 1.0
# So much of what its trial action is about has a block that does not say it: enough to be shown
# where no block says more, too little beside those that do.
LENT = 0.4
# Who asks what a group says wants its own words first: in that order, what others say counts so
# much. What is found does not change by it.
OTHER_VOICES = 0.5
# Where a hit is shown from: a block tells a reader more than a heading that says the same.
HEADING = 0.75
# Long sections say more words about everything; so much of that is held against them.
LENGTH = 0.3
# A word of this rarity stands in some seven of ten actions: beside a word that nothing has, it
# would only find them all.
COMMON = 0.35
# From this kind on a word counts as found when its rarity is judged; weaker ways find too much.
COUNTS_AS_FOUND = 0.5
# What stands for a word only less well is beside what was asked: the word is not found.
FOUND = 0.4
# From this kind on a word of the question counts as covered.
COVERED = 0.9
# What has more of the question comes first.
COVERAGE = 1.0
# Two words of the question in one block belong together.
TOGETHERNESS = 0.3


# Where nothing covers even so much of the question, the catalogue lacks what is asked for.
LACKING = 0.35
# What scores less than this share of the best hit is noise to a reader. Finer rules, and learned
# ones, found no better balance (decision 39).
FLOOR = 0.22
# There are many more blocks, and what a weaker one says a better one of the same action mostly has.
PASSAGE_FLOOR = 0.3

# What has nearly as much of a question in its texts as any is shown whatever it scores, if any has
# enough of it (``LACKING``).
AS_MUCH = 0.8

# Related actions: a theme that leads both says most; a word counts when few actions have it.
SHARED_THEME = 2.0
SHARED_TERM = 0.25
RARE = 3
