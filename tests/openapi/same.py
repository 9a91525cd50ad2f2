"""Fails when a document in YAML is not the one in JSON, for a reader of YAML 1.1: same.py JSON YAML."""

import json
import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as as_json, open(sys.argv[2], encoding="utf-8") as as_yaml:
    same = json.load(as_json) == yaml.safe_load(as_yaml)
sys.exit(0 if same else "the YAML says something else than the JSON")
