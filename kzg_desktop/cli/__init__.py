"""The subcommands of ``kzg-desktop``, one module each."""
