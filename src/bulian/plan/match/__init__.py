"""Demands for money and finance products (产融对接): who is eligible for what, and the best assignment."""
