"""Finding: the only package that knows Whoosh. Records in, ranked and explained hits out."""
