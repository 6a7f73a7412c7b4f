"""What the tables are asked, and what they answer: a corpus, its selections, relations and documents."""
