"""What the stops of collections show, as values: for the page, for presenting, and for handouts."""
