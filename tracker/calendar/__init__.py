"""Local days, weeks, quarters, DST and human times; the one place for pendulum."""
