"""What Schemathesis does not know by itself: the API's dates, and bytes of other media types."""

import schemathesis
from hypothesis import strategies as st


@schemathesis.serializer("application/zip", "image/png", "text/csv")
def raw_bytes(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode()


schemathesis.openapi.format(
    "deskpro-date-time",
    st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat() + "+0000"),
)
