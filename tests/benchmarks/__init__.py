"""Benchmarks: ``python -m tests.benchmarks`` prints speed, memory and growth of this library and of others, from one run on one machine."""
