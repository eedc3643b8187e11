"""Opportunities (机会): what a district could attract next; likelihood, worth, feasibility apart."""
