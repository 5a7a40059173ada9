//! County codes with what an invented address needs: names, telephone area, postcode.
//! A written list of sixty real counties; deliberately not the standard's whole table.

/// One county, as GB/T 2260 lists it.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) code: u32,
    /// The first year in which the code was no longer valid; 0 while it is.
    pub(super) until: u32,
    /// The year in which the county was made; 0 for one that is older than every pupil.
    pub(super) since: u32,
    pub(super) province: &'static str,
    pub(super) city: &'static str,
    pub(super) county: &'static str,
    /// The telephone area code with its leading zero.
    pub(super) area: &'static str,
    /// The first three digits of the postcode.
    pub(super) post: &'static str,
}

impl Place {
    /// Text for 籍贯: the county in full, however long that is.
    pub(super) fn native(&self) -> String {
        format!("{}{}{}", self.province, self.city, self.county)
    }
}

const fn place(
    code: u32,
    until: u32,
    names: [&'static str; 3],
    area: &'static str,
    post: &'static str,
) -> Place {
    let [province, city, county] = names;
    Place {
        code,
        until,
        since: 0,
        province,
        city,
        county,
        area,
        post,
    }
}

/// A county that is younger than many a pupil.
const fn made_in(
    since: u32,
    code: u32,
    names: [&'static str; 3],
    area: &'static str,
    post: &'static str,
) -> Place {
    Place {
        since,
        ..place(code, 0, names, area, post)
    }
}

/// Codes that are valid today.
#[rustfmt::skip]
pub(super) static CURRENT: &[Place] = &[
    place(110_105, 0, ["北京市", "", "朝阳区"], "010", "100"),
    place(110_108, 0, ["北京市", "", "海淀区"], "010", "100"),
    place(120_104, 0, ["天津市", "", "南开区"], "022", "300"),
    place(130_102, 0, ["河北省", "石家庄市", "长安区"], "0311", "050"),
    place(130_204, 0, ["河北省", "唐山市", "古冶区"], "0315", "063"),
    place(140_105, 0, ["山西省", "太原市", "小店区"], "0351", "030"),
    place(150_102, 0, ["内蒙古自治区", "呼和浩特市", "新城区"], "0471", "010"),
    place(152_201, 0, ["内蒙古自治区", "兴安盟", "乌兰浩特市"], "0482", "137"),
    place(210_102, 0, ["辽宁省", "沈阳市", "和平区"], "024", "110"),
    place(210_202, 0, ["辽宁省", "大连市", "中山区"], "0411", "116"),
    place(220_104, 0, ["吉林省", "长春市", "朝阳区"], "0431", "130"),
    place(222_401, 0, ["吉林省", "延边朝鲜族自治州", "延吉市"], "0433", "133"),
    place(230_103, 0, ["黑龙江省", "哈尔滨市", "南岗区"], "0451", "150"),
    place(310_104, 0, ["上海市", "", "徐汇区"], "021", "200"),
    place(310_115, 0, ["上海市", "", "浦东新区"], "021", "200"),
    place(320_102, 0, ["江苏省", "南京市", "玄武区"], "025", "210"),
    place(320_505, 0, ["江苏省", "苏州市", "虎丘区"], "0512", "215"),
    place(330_106, 0, ["浙江省", "杭州市", "西湖区"], "0571", "310"),
    place(330_482, 0, ["浙江省", "嘉兴市", "平湖市"], "0573", "314"),
    place(330_521, 0, ["浙江省", "湖州市", "德清县"], "0572", "313"),
    place(340_104, 0, ["安徽省", "合肥市", "蜀山区"], "0551", "230"),
    place(350_102, 0, ["福建省", "福州市", "鼓楼区"], "0591", "350"),
    place(350_203, 0, ["福建省", "厦门市", "思明区"], "0592", "361"),
    place(360_102, 0, ["江西省", "南昌市", "东湖区"], "0791", "330"),
    place(370_102, 0, ["山东省", "济南市", "历下区"], "0531", "250"),
    place(370_114, 0, ["山东省", "济南市", "章丘区"], "0531", "250"),
    place(370_203, 0, ["山东省", "青岛市", "市北区"], "0532", "266"),
    place(370_612, 0, ["山东省", "烟台市", "牟平区"], "0535", "264"),
    place(410_105, 0, ["河南省", "郑州市", "金水区"], "0371", "450"),
    place(410_305, 0, ["河南省", "洛阳市", "涧西区"], "0379", "471"),
    place(420_106, 0, ["湖北省", "武汉市", "武昌区"], "027", "430"),
    place(420_111, 0, ["湖北省", "武汉市", "洪山区"], "027", "430"),
    place(430_102, 0, ["湖南省", "长沙市", "芙蓉区"], "0731", "410"),
    place(430_104, 0, ["湖南省", "长沙市", "岳麓区"], "0731", "410"),
    place(440_106, 0, ["广东省", "广州市", "天河区"], "020", "510"),
    place(440_304, 0, ["广东省", "深圳市", "福田区"], "0755", "518"),
    place(440_308, 0, ["广东省", "深圳市", "盐田区"], "0755", "518"),
    place(440_604, 0, ["广东省", "佛山市", "禅城区"], "0757", "528"),
    place(450_103, 0, ["广西壮族自治区", "南宁市", "青秀区"], "0771", "530"),
    place(450_305, 0, ["广西壮族自治区", "桂林市", "七星区"], "0773", "541"),
    place(460_105, 0, ["海南省", "海口市", "秀英区"], "0898", "570"),
    place(500_103, 0, ["重庆市", "", "渝中区"], "023", "400"),
    place(510_107, 0, ["四川省", "成都市", "武侯区"], "028", "610"),
    place(510_108, 0, ["四川省", "成都市", "成华区"], "028", "610"),
    place(510_113, 0, ["四川省", "成都市", "青白江区"], "028", "610"),
    place(520_102, 0, ["贵州省", "贵阳市", "南明区"], "0851", "550"),
    place(530_102, 0, ["云南省", "昆明市", "五华区"], "0871", "650"),
    place(530_112, 0, ["云南省", "昆明市", "西山区"], "0871", "650"),
    place(532_901, 0, ["云南省", "大理白族自治州", "大理市"], "0872", "671"),
    place(540_102, 0, ["西藏自治区", "拉萨市", "城关区"], "0891", "850"),
    place(610_104, 0, ["陕西省", "西安市", "莲湖区"], "029", "710"),
    place(610_113, 0, ["陕西省", "西安市", "雁塔区"], "029", "710"),
    place(620_102, 0, ["甘肃省", "兰州市", "城关区"], "0931", "730"),
    place(622_901, 0, ["甘肃省", "临夏回族自治州", "临夏市"], "0930", "731"),
    place(630_104, 0, ["青海省", "西宁市", "城西区"], "0971", "810"),
    place(640_104, 0, ["宁夏回族自治区", "银川市", "兴庆区"], "0951", "750"),
    place(650_102, 0, ["新疆维吾尔自治区", "乌鲁木齐市", "天山区"], "0991", "830"),
    place(650_103, 0, ["新疆维吾尔自治区", "乌鲁木齐市", "沙依巴克区"], "0991", "830"),
    place(653_101, 0, ["新疆维吾尔自治区", "喀什地区", "喀什市"], "0998", "844"),
    place(653_201, 0, ["新疆维吾尔自治区", "和田地区", "和田市"], "0903", "848"),
    place(654_002, 0, ["新疆维吾尔自治区", "伊犁哈萨克自治州", "伊宁市"], "0999", "835"),
];

/// Codes that were valid when some of today's pupils were born.
#[rustfmt::skip]
pub(super) static ABOLISHED: &[Place] = &[
    place(110_228, 2015, ["北京市", "", "密云县"], "010", "100"),
    place(120_225, 2016, ["天津市", "", "蓟县"], "022", "300"),
    place(330_103, 2021, ["浙江省", "杭州市", "下城区"], "0571", "310"),
    place(330_104, 2021, ["浙江省", "杭州市", "江干区"], "0571", "310"),
    place(330_183, 2014, ["浙江省", "杭州市", "富阳市"], "0571", "310"),
    place(361_121, 2019, ["江西省", "上饶市", "上饶县"], "0793", "334"),
    place(370_181, 2016, ["山东省", "济南市", "章丘市"], "0531", "250"),
    place(430_124, 2017, ["湖南省", "长沙市", "宁乡县"], "0731", "410"),
    place(440_183, 2014, ["广东省", "广州市", "增城市"], "020", "510"),
    place(510_124, 2016, ["四川省", "成都市", "郫县"], "028", "610"),
];

/// Codes of counties that were made after some of today's pupils were born. Whoever was registered late has a number
/// of theirs.
#[rustfmt::skip]
pub(super) static YOUNG: &[Place] = &[
    made_in(2021, 330_113, ["浙江省", "杭州市", "临平区"], "0571", "311"),
    made_in(2021, 330_114, ["浙江省", "杭州市", "钱塘区"], "0571", "310"),
    made_in(2016, 440_309, ["广东省", "深圳市", "龙华区"], "0755", "518"),
    made_in(2016, 440_310, ["广东省", "深圳市", "坪山区"], "0755", "518"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_some_native_places_are_long() {
        for list in [CURRENT, ABOLISHED] {
            assert!(list.is_sorted_by_key(|it| it.code));
        }
        let is_long = |it: &Place| it.native().chars().count() > 10;
        assert!(CURRENT.iter().any(is_long));
        assert!(CURRENT.iter().all(|it| it.until == 0));
        assert!(ABOLISHED.iter().all(|it| it.until >= 2014));
    }
}
