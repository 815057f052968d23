"""Finding: the only package that knows Whoosh. Records in, ranked and explained hits out."""

import os

# Two threads that share a sum of some thousand numbers wait for each other longer than it takes, on
# a busy machine seven milliseconds. It has to be said before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
