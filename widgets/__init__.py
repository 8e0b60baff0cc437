"""What the reader sees and touches: immutable state comes down, messages go up."""
