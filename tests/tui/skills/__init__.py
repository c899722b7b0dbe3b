"""Tests of the place Skills."""
