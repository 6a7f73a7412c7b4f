"""Sentences with the parses that a pipeline with TIGER labels gives them, written by hand."""

from core.model import Arc, Sentence, Token


def parsed(table: str) -> Sentence:
    """A sentence from a line a token: word, lemma, STTS tag, number of the head (0 for the root), TIGER label."""
    tokens, arcs, at = list[Token](), list[Arc](), 0
    for line in table.strip().splitlines():
        word, lemma, tag, head, label = line.split()
        tokens.append(Token(at, at + len(word), word, lemma, tag))
        arcs.append(Arc(int(head) - 1 if int(head) else len(arcs), label))
        at += len(word) + 1
    return Sentence(0, at - 1, "body", tuple(tokens), tuple(arcs))


PAST = """
Am an APPRART 3 mo
Montag Montag NN 1 nk
traf treffen VVFIN 0 ROOT
die der ART 5 nk
Kanzlerin Kanzlerin NN 3 sb
den der ART 7 nk
Präsidenten Präsident NN 3 oa
in in APPR 3 mo
Wien Wien NE 8 nk
. -- $. 3 punct
"""

PARTICLE = """
Die der ART 2 nk
NATO NATO NE 3 sb
lud laden VVFIN 0 ROOT
vier vier CARD 5 nk
Länder Land NN 3 oa
zum zu APPRART 3 mo
Gipfel Gipfel NN 6 nk
ein ein PTKVZ 3 svp
. -- $. 3 punct
"""

PASSIVE = """
Das der ART 2 nk
Büro Büro NN 3 sb
wurde werden VAFIN 0 ROOT
von von APPR 7 sbp
der der ART 6 nk
Ministerin Ministerin NN 4 nk
eröffnet eröffnen VVPP 3 oc
. -- $. 3 punct
"""

SHARED_SUBJECT = """
Die der ART 2 nk
Ministerin Ministerin NN 3 sb
kam kommen VVFIN 0 ROOT
aus aus APPR 3 mo
Wien Wien NE 4 nk
und und KON 3 cd
eröffnete eröffnen VVFIN 6 cj
das der ART 9 nk
Büro Büro NN 7 oa
. -- $. 3 punct
"""

SHARED_AUXILIARY = """
Der der ART 2 nk
Vertrag Vertrag NN 3 sb
wurde werden VAFIN 0 ROOT
im in APPRART 6 mo
Mai Mai NN 4 nk
vereinbart vereinbaren VVPP 3 oc
und und KON 6 cd
im in APPRART 10 mo
Juni Juni NN 8 nk
unterzeichnet unterzeichnen VVPP 7 cj
. -- $. 3 punct
"""

RELATIVE = """
Die der ART 2 nk
Ministerin Ministerin NN 8 sb
, -- $, 2 punct
die der PRELS 6 sb
gestern gestern ADV 6 mo
ankam ankommen VVFIN 2 rc
, -- $, 2 punct
reist reisen VVFIN 0 ROOT
heute heute ADV 8 mo
ab ab PTKVZ 8 svp
. -- $. 8 punct
"""

SUBORDINATE = """
Obwohl obwohl KOUS 5 cp
der der ART 3 nk
Minister Minister NN 5 sb
gewarnt warnen VVPP 5 oc
hat haben VAFIN 12 mo
, -- $, 5 punct
dass dass KOUS 10 cp
das der ART 9 nk
Geld Geld NN 10 sb
fehlt fehlen VVFIN 4 oc
, -- $, 12 punct
bestellt bestellen VVFIN 0 ROOT
das der ART 14 nk
Heer Heer NN 12 sb
neue neu ADJA 16 nk
Panzer Panzer NN 12 oa
. -- $. 12 punct
"""

INFINITIVE = """
Norwegen Norwegen NE 2 sb
plant planen VVFIN 0 ROOT
ein ein ART 4 nk
Büro Büro NN 8 oa
in in APPR 8 mo
Wien Wien NE 5 nk
zu zu PTKZU 8 pm
eröffnen eröffnen VVINF 2 oc
. -- $. 2 punct
"""

PURPOSE = """
Er er PPER 2 sb
reiste reisen VVFIN 0 ROOT
nach nach APPR 2 mo
Wien Wien NE 3 nk
, -- $, 2 punct
um um KOUI 9 cp
die der ART 8 nk
Ministerin Ministerin NN 9 oa
einzuladen einladen VVIZU 2 mo
. -- $. 2 punct
"""

EXPECTED = """
Eine ein ART 2 nk
Einigung Einigung NN 3 sb
ist sein VAFIN 0 ROOT
nicht nicht PTKNEG 3 ng
zu zu PTKZU 6 pm
erwarten erwarten VVINF 3 oc
. -- $. 3 punct
"""

QUOTATION = """
„ -- $( 4 punct
Das der ART 3 nk
Land Land NN 4 sb
liefert liefern VVFIN 8 oc
Waffen Waffe NN 4 oa
“ -- $( 4 punct
, -- $, 8 punct
sagte sagen VVFIN 0 ROOT
der der ART 10 nk
Minister Minister NN 8 sb
. -- $. 8 punct
"""

CONDITION = """
Sollte sollen VMFIN 7 mo
die der ART 3 nk
Regierung Regierung NN 1 sb
zurücktreten zurücktreten VVINF 1 oc
, -- $, 1 punct
so so ADV 7 re
könnte können VMFIN 0 ROOT
Wien Wien NE 7 sb
vermitteln vermitteln VVINF 7 oc
. -- $. 7 punct
"""

REPORTED = """
Der der ART 2 nk
Minister Minister NN 3 sb
erklärte erklären VVFIN 0 ROOT
, -- $, 3 punct
Polen Polen NE 6 sb
werde werden VAFIN 3 oc
helfen helfen VVINF 6 oc
und und KON 6 cd
Litauen Litauen NE 10 sb
habe haben VAFIN 8 cj
geholfen helfen VVPP 10 oc
. -- $. 3 punct
"""

TITLES = """
Norwegens Norwegen NE 2 ag
Premierminister Premierminister NN 10 sb
Bo Bo NE 4 pnc
Lund Lund NE 2 nk
, -- $, 2 punct
Chef Chef NN 2 app
der der ART 8 nk
Partei Partei NN 6 ag
, -- $, 2 punct
dankte danken VVFIN 0 ROOT
. -- $. 10 punct
"""

COORDINATION = """
Die der ART 2 nk
Regierung Regierung NN 5 sb
des der ART 4 nk
Landes Land NN 2 ag
dankte danken VVFIN 0 ROOT
Polen Polen NE 5 da
, -- $, 6 punct
Litauen Litauen NE 6 cj
und und KON 8 cd
Lettland Lettland NE 9 cj
für für APPR 5 op
die der ART 15 nk
sehr sehr ADV 14 mo
schnelle schnell ADJA 15 nk
Hilfe Hilfe NN 11 nk
in in APPR 15 mnr
Bonn Bonn NE 16 nk
und und KON 17 cd
Wien Wien NE 18 cj
. -- $. 5 punct
"""

EXPLETIVE = """
Es es PPER 2 ep
gibt geben VVFIN 0 ROOT
ein ein ART 4 nk
Abkommen Abkommen NN 2 oa
zwischen zwischen APPR 4 mnr
Wien Wien NE 5 nk
und und KON 6 cd
Bonn Bonn NE 7 cj
. -- $. 2 punct
"""

HEADLINE = """
Neues neu ADJA 2 nk
Büro Büro NN 0 ROOT
in in APPR 2 mnr
Wien Wien NE 3 nk
"""
