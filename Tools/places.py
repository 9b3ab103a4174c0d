#!/usr/bin/env python3
"""Writes the table of places, Sources/Daftar/Event/Places/PlaceTable.swift, from Debian's iso-codes.

    apt-get install iso-codes
    python3 Tools/places.py > Sources/Daftar/Event/Places/PlaceTable.swift

The table is data: building Daftar needs neither this script nor the package. One line a place, ascending by code, so
that a place is found by binary search and nothing is built beforehand. A name that the standard writes for catalogues
("Tanzania, United Republic of") is the common name where iso-codes has one.
"""

import json

FOLDER = "/usr/share/iso-codes/json/"

# Not in the standard, and in use: Kosovo, the European Union, and OONI's word for a place that is withheld.
EXTRA = {"XK": "Kosovo", "EU": "European Union", "ZZ": "withheld"}

# English names that the standard has in an older or longer form than anybody writes.
COMMON = {
    "RU": "Russia", "KP": "North Korea", "KR": "South Korea", "IR": "Iran", "SY": "Syria", "LA": "Laos",
    "VN": "Vietnam", "BN": "Brunei", "PS": "Palestine", "VA": "Holy See", "FK": "Falkland Islands",
    "CD": "DR Congo", "FM": "Micronesia", "MF": "Saint Martin", "SX": "Sint Maarten", "VG": "British Virgin Islands",
    "VI": "U.S. Virgin Islands", "SH": "Saint Helena, Ascension and Tristan da Cunha", "TR": "Turkey",
}

# The standard names parts of states in their own languages; where this ledger began, the English names are known.
PARTS = {
    "TJ-GB": "Gorno-Badakhshan", "TJ-RA": "Districts of Republican Subordination",
    "KG-B": "Batken Region", "KG-C": "Chuy Region", "KG-GB": "Bishkek", "KG-GO": "Osh", "KG-J": "Jalal-Abad Region",
    "KG-N": "Naryn Region", "KG-O": "Osh Region", "KG-T": "Talas Region", "KG-Y": "Issyk-Kul Region",
    "UZ-AN": "Andijan Region", "UZ-BU": "Bukhara Region", "UZ-FA": "Fergana Region", "UZ-JI": "Jizzakh Region",
    "UZ-NG": "Namangan Region", "UZ-NW": "Navoiy Region", "UZ-QA": "Kashkadarya Region", "UZ-QR": "Karakalpakstan",
    "UZ-SA": "Samarkand Region", "UZ-SI": "Syrdarya Region", "UZ-SU": "Surkhandarya Region", "UZ-TK": "Tashkent",
    "UZ-TO": "Tashkent Region", "UZ-XO": "Khorezm Region", "TM-D": "Dashoguz", "TM-S": "Ashgabat",
    "RU-MOW": "Moscow", "RU-SPE": "Saint Petersburg", "CN-BJ": "Beijing", "CN-SH": "Shanghai", "CN-XJ": "Xinjiang",
    "CN-XZ": "Tibet", "KZ-AST": "Astana",
}

# Kazakhstan's parts have other codes since November 2022, which older releases of iso-codes don't know.
NEWER = {
    "KZ-10": "Abai Region", "KZ-11": "Akmola Region", "KZ-15": "Aktobe Region", "KZ-19": "Almaty Region",
    "KZ-23": "Atyrau Region", "KZ-27": "West Kazakhstan Region", "KZ-31": "Zhambyl Region", "KZ-33": "Zhetisu Region",
    "KZ-35": "Karaganda Region", "KZ-39": "Kostanay Region", "KZ-43": "Kyzylorda Region", "KZ-47": "Mangystau Region",
    "KZ-55": "Pavlodar Region", "KZ-59": "North Kazakhstan Region", "KZ-61": "Turkistan Region",
    "KZ-62": "Ulytau Region", "KZ-63": "East Kazakhstan Region", "KZ-71": "Astana", "KZ-75": "Almaty",
    "KZ-79": "Shymkent",
}


def read(name):
    with open(FOLDER + f"iso_{name}.json", encoding="utf-8") as file:
        return json.load(file)[name]


def places():
    for country in read("3166-1"):
        code = country["alpha_2"]
        yield code, COMMON.get(code) or country.get("common_name") or country["name"]
    known = {part["code"]: part["name"] for part in read("3166-2")}
    yield from (NEWER | known | PARTS | EXTRA).items()


def main():
    print("// Made by Tools/places.py from Debian's iso-codes: don't edit.\n")
    print("/// Code and English name of each place, ascending by the bytes of the code.")
    print('let placeTable: String = """')
    for code, name in sorted(places()):
        assert "\\" not in name and '"""' not in name and "\n" not in name and "\t" not in name
        print(f"    {code} {name}")
    print('    """')


main()
