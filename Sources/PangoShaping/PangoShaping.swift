// Room for PangoShaping.
