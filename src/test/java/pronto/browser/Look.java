package pronto.browser;

import com.microsoft.playwright.options.ColorScheme;

/** How a screen is looked at: in a language, a theme and a width. */
public record Look(String language, ColorScheme theme, int width, int height) {

    public static final Look DESK = new Look("it", ColorScheme.LIGHT, 1440, 900);
    public static final Look NIGHT = new Look("en", ColorScheme.DARK, 1440, 900);
    public static final Look PHONE = new Look("it", ColorScheme.LIGHT, 390, 844);
    public static final Look PHONE_AT_NIGHT = new Look("en", ColorScheme.DARK, 390, 844);

    @Override
    public String toString() {
        return language + "-" + (theme == ColorScheme.DARK ? "dark" : "light") + "-" + width;
    }
}
