"""The Danish language as data: which forms are one word, and which words stand in a compound."""
