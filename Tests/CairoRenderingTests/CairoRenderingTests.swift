// Room for CairoRenderingTests.
