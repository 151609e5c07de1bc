//! Dates in running text.

mod almanac;
use almanac::dates;

/// A Wednesday.
const DAY: &str = "2019-05-15";

#[track_caller]
fn says(text: &str, expected: &[&str]) {
    assert_eq!(dates(DAY, text), expected, "in {text:?}");
}

#[test]
fn absolute_dates_of_arabic() {
    says("وصل الوفد في 6 مارس 2018 إلى عمان.", &["6 مارس 2018 = 2018-03-06..2018-03-06 Day"]);
    says("وصل الوفد في ٦ آذار ٢٠١٨ إلى عمان.", &["٦ آذار ٢٠١٨ = 2018-03-06..2018-03-06 Day"]);
    says("بدأت في العام 2016 مناورات.", &["العام 2016 = 2016-01-01..2016-12-31 Year"]);
    says(
        "وقعت المعركة يوم السبت 4 مايو (أيار) 2019.",
        &["يوم السبت 4 مايو (أيار) 2019 = 2019-05-04..2019-05-04 Day"],
    );
    says("أعلنت في السادس من أبريل قرارها.", &["السادس من أبريل = 2019-04-06..2019-04-06 Day"]);
    says("انتهت في غشت 2017 المهلة.", &["غشت 2017 = 2017-08-01..2017-08-31 Month"]);
    says("زار باريس في جانفي الماضي.", &["جانفي الماضي = 2019-01-01..2019-01-31 Month"]);
    says("قصفت المدينة في تموز يوليو 2014.", &["تموز يوليو 2014 = 2014-07-01..2014-07-31 Month"]);
    says("يومي 26 و27 ماي الجاري", &["يومي 26 و27 ماي الجاري = 2019-05-26..2019-05-27 Week"]);
    says("اندلعت الثورة في الثمانينيات.", &["الثمانينيات = 1980-01-01..1989-12-31 Decade"]);
    says("في تسعينيات القرن الماضي كانت حليفة.", &["تسعينيات القرن الماضي = 1990-01-01..1999-12-31 Decade"]);
    says("بين عامي 2010 و2015 نشبت حرب.", &["عامي 2010 و2015 = 2010-01-01..2015-12-31 Year"]);
    says("من 2010 إلى 2015 نشبت حرب.", &["2010 إلى 2015 = 2010-01-01..2015-12-31 Year"]);
    says("في صيف 2014 سقطت الموصل.", &["صيف 2014 = 2014-06-01..2014-08-31 Season"]);
}

#[test]
fn relative_dates_of_arabic() {
    says("وصل الوفد أمس.", &["أمس = 2019-05-14..2019-05-14 Day"]);
    says("وصل الوفد أمس الثلاثاء.", &["أمس الثلاثاء = 2019-05-14..2019-05-14 Day"]);
    says("وصل الوفد اليوم (الأربعاء).", &["اليوم (الأربعاء) = 2019-05-15..2019-05-15 Day"]);
    says("وصل الوفد أول من أمس.", &["أول من أمس = 2019-05-13..2019-05-13 Day"]);
    says("يصل الوفد غدا.", &["غدا = 2019-05-16..2019-05-16 Day"]);
    says("زار موسكو الشهر الماضي.", &["الشهر الماضي = 2019-04-01..2019-04-30 Month"]);
    says("يزور موسكو الأسبوع المقبل.", &["الأسبوع المقبل = 2019-05-20..2019-05-26 Week"]);
    says("زار موسكو هذا العام.", &["هذا العام = 2019-01-01..2019-12-31 Year"]);
    says("قتل الجمعة ثلاثة جنود.", &["الجمعة = 2019-05-10..2019-05-10 Day"]);
    says("قتل الجمعة الماضي ثلاثة جنود.", &["الجمعة الماضي = 2019-05-10..2019-05-10 Day"]);
    says("يلتقيان الجمعة المقبل.", &["الجمعة المقبل = 2019-05-17..2019-05-17 Day"]);
    says("خطف قبل ثلاثة أيام.", &["ثلاثة أيام = 2019-05-12..2019-05-12 Day"]);
    says("يقصفون المدينة منذ يومين.", &["يومين = 2019-05-13..2019-05-15 OpenStart"]);
    says(
        "خلال الأعوام العشرة الماضية توترت العلاقات.",
        &["الأعوام العشرة الماضية = 2009-05-15..2019-05-15 Year"],
    );
    says("في مطلع العام الماضي انسحبت.", &["مطلع العام الماضي = 2018-01-01..2018-05-01 Season"]);
    says("منذ عام 2011 تدور الحرب.", &["عام 2011 = 2011-01-01..2019-05-15 OpenStart"]);
    says("حتى 2020 يستمر الاتفاق.", &["2020 = ..2020-12-31 OpenEnd"]);
}

#[test]
fn words_that_only_look_like_dates_in_arabic() {
    says("فتح باب الحوار مع رجب طيب.", &[]);
    says("قال الأمين العام الحالي للحلف.", &[]);
    says("ذكرت قناة «روسيا اليوم» النبأ.", &[]);
    says("قتل نحو 2000 شخصا.", &[]);
    says("وفي اليوم التالي انسحبت.", &[]);
    says("مارس الجيش ضغوطا على الحكومة.", &[]);
    says("قال إن نصف مليون شخص في العشرينيات من العمر.", &[]);
}

#[test]
fn hijri_dates() {
    says("صدر القرار في 15 رمضان 1436.", &["15 رمضان 1436 = 2015-07-02..2015-07-02 Day"]);
    says("صدر القرار بتاريخ 17 / 5 / 1436هـ.", &["17 / 5 / 1436هـ = 2015-03-08..2015-03-08 Day"]);
    says("في شهر رمضان توقف القتال.", &["شهر رمضان = 2019-05-06..2019-06-03 Month"]);
}

#[test]
fn absolute_dates_of_english() {
    says("The envoy arrived on March 6, 2018.", &["March 6, 2018 = 2018-03-06..2018-03-06 Day"]);
    says("The envoy arrived on 6 March.", &["6 March = 2019-03-06..2019-03-06 Day"]);
    says("The envoy arrived on Tuesday, March 5.", &["Tuesday, March 5 = 2019-03-05..2019-03-05 Day"]);
    says("The envoy arrived on Sept. 7, 2001.", &["Sept. 7, 2001 = 2001-09-07..2001-09-07 Day"]);
    says("It left the pact in 2016.", &["2016 = 2016-01-01..2016-12-31 Year"]);
    says("The 2015 nuclear deal collapsed.", &["2015 = 2015-01-01..2015-12-31 Year"]);
    says("They were allies in the 1980s.", &["1980s = 1980-01-01..1989-12-31 Decade"]);
    says("They were allies in the '80s.", &["'80s = 1980-01-01..1989-12-31 Decade"]);
    says("The war of 2013-2017 is over.", &["2013-2017 = 2013-01-01..2017-12-31 Year"]);
    says("The war of 2014–17 is over.", &["2014–17 = 2014-01-01..2017-12-31 Year"]);
    says("Between 2010 and 2015 they fought.", &["2010 and 2015 = 2010-01-01..2015-12-31 Year"]);
    says("In late 2015 they met.", &["late 2015 = 2015-09-01..2015-12-31 Season"]);
    says("In mid-March 2018 they met.", &["mid-March 2018 = 2018-03-10..2018-03-22 Week"]);
    says("They meet in May.", &["May = 2019-05-01..2019-05-31 Month"]);
}

#[test]
fn relative_dates_of_english() {
    says("They met yesterday.", &["yesterday = 2019-05-14..2019-05-14 Day"]);
    says("They met on Friday.", &["Friday = 2019-05-10..2019-05-10 Day"]);
    says("They met last Wednesday.", &["last Wednesday = 2019-05-08..2019-05-08 Day"]);
    says("They meet next Monday.", &["next Monday = 2019-05-20..2019-05-20 Day"]);
    says("They met last week.", &["last week = 2019-05-06..2019-05-12 Week"]);
    says("They met three days ago.", &["three days ago = 2019-05-12..2019-05-12 Day"]);
    says("They met a year ago.", &["a year ago = 2018-01-01..2018-12-31 Year"]);
    says("They met last December.", &["last December = 2018-12-01..2018-12-31 Month"]);
    says("Over the past three years they met.", &["past three years = 2016-05-15..2019-05-15 Year"]);
    says("They have fought since March 2015.", &["March 2015 = 2015-03-01..2019-05-15 OpenStart"]);
    says("Earlier this month they met.", &["Earlier this month = 2019-05-01..2019-05-10 Week"]);
}

#[test]
fn words_that_only_look_like_dates_in_english() {
    says("Troops may march on the capital.", &[]);
    says("Theresa May flew home.", &[]);
    says("About 2000 soldiers left.", &[]);
    says("The planes left at 1930 GMT.", &[]);
}

#[test]
fn a_date_without_a_year_lies_in_the_nearest_one() {
    says("They met on December 20.", &["December 20 = 2018-12-20..2018-12-20 Day"]);
    says("They vote on June 2.", &["June 2 = 2019-06-02..2019-06-02 Day"]);
}

#[test]
fn without_a_day_of_publication_relative_dates_have_no_bounds() {
    assert_eq!(
        dates("", "They met yesterday and in 2016."),
        ["yesterday = .. Day", "2016 = 2016-01-01..2016-12-31 Year"]
    );
}
