"""Labelled histories of made-up people, and how well the detector of rhythms reads them."""
