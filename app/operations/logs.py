"""The log as lines of JSON on standard error, for whoever collects it."""

REQUESTS = "catalogue.requests"

# As logging.config takes it; every process of the service does so when it starts.
LINES = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "lines": {
            "()": "pythonjsonlogger.orjson.OrjsonFormatter",
            "fmt": "%(levelname)s %(name)s %(message)s",
            "rename_fields": {"levelname": "level", "name": "logger"},
            "timestamp": "time",
        }
    },
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {REQUESTS: {"level": "INFO"}},
}
