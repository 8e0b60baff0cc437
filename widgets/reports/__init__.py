"""The Reports screen: where the time of any range went, under any heading."""
