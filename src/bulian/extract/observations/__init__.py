"""Numbers of prose with what they say: indicator, subject, aspect, modality, period and basis."""

from bulian.extract.observations.read import find_observations

__all__ = ["find_observations"]
