"""What the pages are put together from: a file for each page, and what several of them show."""
