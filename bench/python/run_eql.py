# SPDX-License-Identifier: Apache-2.0
"""Runs a query over events with the Python engine of EQL and prints how long that took, as JSON.

Usage: run_eql.py EVENTS.ndjson QUERY.eql
"""
import json
import platform
import sys
import time
from datetime import datetime
from itertools import islice

import eql
import eql.utils

# Tells upper and lower case apart, as Elasticsearch does; also the faster way.
eql.utils.CASE_INSENSITIVE = False

# Ticks of one second in the times given to the engine, which are milliseconds.
TIME_UNIT = 1000

# Lines that are parsed before they are given to the engine, so that both can be timed.
BATCH = 1000


def to_event(line):
    """One line as an event of the engine."""
    data = json.loads(line)
    seconds = datetime.fromisoformat(data["@timestamp"]).timestamp()
    return eql.Event(data["event"]["category"][0], seconds * TIME_UNIT, data)


def create_engine(query, on_finding):
    """An engine that runs the query."""
    with eql.parser.elasticsearch_syntax:
        parsed = eql.parse_query(query)
    engine = eql.PythonEngine({"time_unit": TIME_UNIT})
    engine.add_query(parsed)
    engine.add_output_hook(on_finding)
    return engine


def main(events_file, query_file):
    """Times reading and parsing the events, and the engine alone."""
    with open(query_file, encoding="utf-8") as file:
        query = file.read()
    findings = []
    engine = create_engine(query, findings.append)
    count = 0
    engine_seconds = 0.0
    begin = time.perf_counter()
    with open(events_file, "rb") as file:
        while True:
            events = [to_event(line) for line in islice(file, BATCH)]
            if not events:
                break
            begin_engine = time.perf_counter()
            engine.stream_events(events, finalize=False)
            engine_seconds += time.perf_counter() - begin_engine
            count += len(events)
    engine.finalize()
    seconds = time.perf_counter() - begin
    print(
        json.dumps(
            {
                "python": platform.python_version(),
                "eql": eql.__version__,
                "events": count,
                "findings": len(findings),
                "milliseconds": seconds * 1000,
                "engineMilliseconds": engine_seconds * 1000,
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
