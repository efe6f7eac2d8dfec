"""Easy Read: a telling of its own from the same snapshot, in short sentences with pictures. A draft until a named group
has checked it.

Practice B11: picture left, words right, one idea each, short sentences, digits not words, a hard word explained in the
next sentence; labelled a draft until people with learning disabilities have read it.
"""
