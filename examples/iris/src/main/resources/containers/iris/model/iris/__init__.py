"""The container steps of the iris example."""
