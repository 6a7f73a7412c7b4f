"""What is drawn: the frames and specifications of the timeline, and the network."""
