package pronto.staff.signin.web;

/** Where somebody wanted to go before they were asked who they are. */
final class Next {

    private Next() {}

    /** Only a path of ours: two slashes, or one of each kind, lead to another host. */
    static String path(String wish) {
        var ours = wish.startsWith("/") && !wish.startsWith("//") && !wish.contains("\\");
        return ours && wish.chars().noneMatch(Character::isISOControl) ? wish : "/";
    }
}
