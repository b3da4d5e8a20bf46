package pronto.staff;

import java.util.List;

/**
 * People who share a queue: how deep they look, what they know, which languages they speak. One that was removed keeps
 * its name, so that old tickets can tell it.
 */
public record Team(long id, String name, boolean removed, Tier tier, List<String> skills, List<String> languages) {}
