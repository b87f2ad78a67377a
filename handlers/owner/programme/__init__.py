"""The terms of the programme: launch, settings, levels, returns, earlier versions."""
