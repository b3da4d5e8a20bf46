package pronto.catalog;

import java.util.List;
import pronto.ui.api.Given;

/** What somebody says of a part; what is absent stays as it is. Dependencies are keys, and are said as a whole. */
public record PartFields(
        Given<String> nameEn,
        Given<String> nameIt,
        Given<String> description,
        Given<Long> team,
        Given<Boolean> core,
        Given<Boolean> retired,
        Given<List<String>> dependsOn,
        Given<List<String>> runsOn) {

    public static final PartFields NOTHING = new PartFields(
            Given.absent(),
            Given.absent(),
            Given.absent(),
            Given.absent(),
            Given.absent(),
            Given.absent(),
            Given.absent(),
            Given.absent());

    public static PartFields named(String english, String italian, long team) {
        return new PartFields(
                Given.of(english),
                Given.of(italian),
                Given.absent(),
                Given.of(team),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent());
    }

    public PartFields core(boolean core) {
        return new PartFields(nameEn, nameIt, description, team, Given.of(core), retired, dependsOn, runsOn);
    }

    public PartFields retired(boolean retired) {
        return new PartFields(nameEn, nameIt, description, team, core, Given.of(retired), dependsOn, runsOn);
    }

    public PartFields dependingOn(String... keys) {
        return new PartFields(nameEn, nameIt, description, team, core, retired, Given.of(List.of(keys)), runsOn);
    }

    public PartFields runningOn(String... keys) {
        return new PartFields(nameEn, nameIt, description, team, core, retired, dependsOn, Given.of(List.of(keys)));
    }
}
