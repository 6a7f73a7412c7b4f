"""The interface's words: what values, dates, offices and sentences of the tables read like in its language."""
