"""German number words as numbers."""

from functools import cache

_ONES = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_TEENS = ("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")


@cache
def number_words() -> dict[str, int]:
    """The words for 0 and 2 to 999, the round thousands up to 20 000, and a dozen; `ein` is left to the articles."""
    below_hundred = {word: number for number, word in enumerate(_ONES) if word != "ein"}
    below_hundred |= {word: number for number, word in enumerate(_TEENS, 13)}
    for ten, word in enumerate(_TENS, 2):
        below_hundred[word] = 10 * ten
        below_hundred |= {f"{_ONES[one]}und{word}": 10 * ten + one for one in range(1, 10)}
    words = dict(below_hundred)
    for hundred in range(1, 10):
        for name in ("hundert", f"{_ONES[hundred]}hundert") if hundred == 1 else (f"{_ONES[hundred]}hundert",):
            words[name] = 100 * hundred
            words |= {name + rest: 100 * hundred + number for rest, number in (below_hundred | {"eins": 1}).items()}
            words |= {f"{name}und{rest}": 100 * hundred + number for rest, number in below_hundred.items()}
    words["tausend"] = 1000
    words |= {f"{word}tausend": 1000 * number for word, number in below_hundred.items() if 2 <= number <= 20}
    words |= {"eintausend": 1000, "zwo": 2, "dutzend": 12, "Dutzend": 12}
    words |= {word.replace("ß", "ss"): number for word, number in words.items() if "ß" in word}
    return words
