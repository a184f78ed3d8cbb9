"""The record on disk: one append-only journal behind TinyDB's public interface."""
