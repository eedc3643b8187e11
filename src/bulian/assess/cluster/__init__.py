"""Clusters (产业集群): who belongs and why, how large, how it grew, and how its definitions changed."""
