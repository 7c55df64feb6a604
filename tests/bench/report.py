def write(parts): pass
